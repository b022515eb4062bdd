package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into floats; four vectors of doubles a turn. */
final class FloatRamp {
    private static final int LANES = DOUBLES.length();

    private FloatRamp() {}

    static int fill(RampBlock b, float[] out, int offset, int from, int to) {
        double step = b.highStep;
        double above0 = b.high + b.error;
        double above1 = above0 + step * LANES;
        double above2 = above0 + step * (2 * LANES);
        double above3 = above0 + step * (3 * LANES);
        double below0 = b.high - b.error;
        double below1 = below0 + step * LANES;
        double below2 = below0 + step * (2 * LANES);
        double below3 = below0 + step * (3 * LANES);
        for (int i = from; i < to; i += 4 * LANES) {
            DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i);
            FloatVector value = rounded(j.fma(step, above0));
            VectorMask<Float> differ = value.compare(VectorOperators.NE, rounded(j.fma(step, below0)));
            value.intoArray(out, offset + i);
            value = rounded(j.fma(step, above1));
            differ = differ.or(value.compare(VectorOperators.NE, rounded(j.fma(step, below1))));
            value.intoArray(out, offset + i + LANES);
            value = rounded(j.fma(step, above2));
            differ = differ.or(value.compare(VectorOperators.NE, rounded(j.fma(step, below2))));
            value.intoArray(out, offset + i + 2 * LANES);
            value = rounded(j.fma(step, above3));
            differ = differ.or(value.compare(VectorOperators.NE, rounded(j.fma(step, below3))));
            value.intoArray(out, offset + i + 3 * LANES);
            if (differ.anyTrue()) {
                int end = ScalarKernels.INSTANCE.ramp(b, out, offset, i, i + 4 * LANES);
                if (end < i + 4 * LANES) {
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
