package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;

import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Weighted values into floats; two vectors of doubles a turn. */
final class FloatWeighted {
    private static final int LANES = DOUBLES.length();

    private FloatWeighted() {}

    /** Where the slope is 0. */
    static int fill(WeightBlock b, float[] out, int offset, int from, int to) {
        double level = b.level;
        double above = b.rest + b.error;
        double below = b.rest - b.error;
        double[] weights = b.weights.w();
        int at = b.weightFrom;
        for (int i = from; i < to; i += 2 * LANES) {
            DoubleVector w = DoubleVector.fromArray(DOUBLES, weights, at + i);
            FloatVector value = rounded(w.fma(level, above));
            VectorMask<Float> differ = value.compare(VectorOperators.NE, rounded(w.fma(level, below)));
            value.intoArray(out, offset + i);
            w = DoubleVector.fromArray(DOUBLES, weights, at + i + LANES);
            value = rounded(w.fma(level, above));
            differ = differ.or(value.compare(VectorOperators.NE, rounded(w.fma(level, below))));
            value.intoArray(out, offset + i + LANES);
            if (differ.anyTrue()) {
                int end = ScalarKernels.INSTANCE.weighted(b, out, offset, i, i + 2 * LANES);
                if (end < i + 2 * LANES) {
                    return end;
                }
            }
        }
        return to;
    }

    /** With a slope. */
    static int fillRamped(WeightBlock b, float[] out, int offset, int from, int to) {
        double level = b.level;
        double slope = b.slope;
        double below = b.rest - b.error;
        double width = 2 * b.error;
        double[] weights = b.weights.w();
        double[] rising = b.weights.v();
        int at = b.weightFrom;
        for (int i = from; i < to; i += 2 * LANES) {
            DoubleVector sum = DoubleVector.fromArray(DOUBLES, weights, at + i).fma(level, below);
            sum = DoubleVector.fromArray(DOUBLES, rising, at + i).fma(DoubleVector.broadcast(DOUBLES, slope), sum);
            FloatVector value = rounded(sum.add(width));
            VectorMask<Float> differ = value.compare(VectorOperators.NE, rounded(sum));
            value.intoArray(out, offset + i);
            sum = DoubleVector.fromArray(DOUBLES, weights, at + i + LANES).fma(level, below);
            sum = DoubleVector.fromArray(DOUBLES, rising, at + i + LANES)
                    .fma(DoubleVector.broadcast(DOUBLES, slope), sum);
            value = rounded(sum.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, rounded(sum)));
            value.intoArray(out, offset + i + LANES);
            if (differ.anyTrue()) {
                int end = ScalarKernels.INSTANCE.weighted(b, out, offset, i, i + 2 * LANES);
                if (end < i + 2 * LANES) {
                    return end;
                }
            }
        }
        return to;
    }

    private static FloatVector rounded(DoubleVector doubles) {
        return (FloatVector) doubles.convertShape(VectorOperators.D2F, FLOATS, 0);
    }
}
