package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into doubles. */
final class DoubleRamp extends DoubleTurns<RampBlock, double[]> {
    static final DoubleRamp INSTANCE = new DoubleRamp();

    private DoubleRamp() {}

    @Override
    int settle(RampBlock b, double[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.ramp(b, out, offset, from, to);
    }

    /** Of ties there may be some on every ramp: only the vectors that have one are computed by scalar code. */
    @Override
    int settleTurn(RampBlock b, double[] out, int offset, int from) {
        int i = from;
        for (int unproven = unproven(b, from); unproven != 0; unproven >>= 1, i += LANES) {
            if ((unproven & 1) != 0) {
                int proven = settle(b, out, offset, i, i + LANES);
                if (proven < i + LANES) {
                    return proven;
                }
            }
        }
        return from + TURN;
    }

    /**
     * Of a turn, which the loop has written: bit i for vector i that has an element that is not proven. The same bits as in
     * the loop, by the same operations, for what is proven here is left as it was written there. Too large to be inlined, as
     * the loop is: with calls behind it, in whatever method it may come to be part of, it could make objects of its vectors.
     */
    private static int unproven(RampBlock b, int from) {
        double step = b.highStep;
        double high = b.high;
        double lowStep = b.lowStep;
        double above = b.low + b.error;
        double below = b.low - b.error;
        DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(from);
        DoubleVector h = j.fma(step, high);
        VectorMask<Double> differ =
                h.add(j.fma(lowStep, above)).compare(VectorOperators.NE, h.add(j.fma(lowStep, below)));
        int unproven = differ.anyTrue() ? 1 : 0;
        h = j.fma(step, high + step * LANES);
        differ = h.add(j.fma(lowStep, above + lowStep * LANES))
                .compare(VectorOperators.NE, h.add(j.fma(lowStep, below + lowStep * LANES)));
        unproven |= differ.anyTrue() ? 2 : 0;
        h = j.fma(step, high + step * (2 * LANES));
        differ = h.add(j.fma(lowStep, above + lowStep * (2 * LANES)))
                .compare(VectorOperators.NE, h.add(j.fma(lowStep, below + lowStep * (2 * LANES))));
        unproven |= differ.anyTrue() ? 4 : 0;
        h = j.fma(step, high + step * (3 * LANES));
        differ = h.add(j.fma(lowStep, above + lowStep * (3 * LANES)))
                .compare(VectorOperators.NE, h.add(j.fma(lowStep, below + lowStep * (3 * LANES))));
        return differ.anyTrue() ? unproven | 8 : unproven;
    }

    @Override
    int turns(RampBlock b, double[] out, int offset, int from, int end) {
        double step = b.highStep;
        double high0 = b.high;
        double high1 = high0 + step * LANES;
        double high2 = high0 + step * (2 * LANES);
        double high3 = high0 + step * (3 * LANES);
        double lowStep = b.lowStep;
        double above0 = b.low + b.error;
        double above1 = above0 + lowStep * LANES;
        double above2 = above0 + lowStep * (2 * LANES);
        double above3 = above0 + lowStep * (3 * LANES);
        double below0 = b.low - b.error;
        double below1 = below0 + lowStep * LANES;
        double below2 = below0 + lowStep * (2 * LANES);
        double below3 = below0 + lowStep * (3 * LANES);
        int i = from;
        for (; i < end; i += TURN) {
            DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i);
            DoubleVector h = j.fma(step, high0);
            DoubleVector value = h.add(j.fma(lowStep, above0));
            VectorMask<Double> same = value.compare(VectorOperators.EQ, h.add(j.fma(lowStep, below0)));
            value.intoArray(out, offset + i);
            h = j.fma(step, high1);
            value = h.add(j.fma(lowStep, above1));
            same = value.compare(VectorOperators.EQ, h.add(j.fma(lowStep, below1)), same);
            value.intoArray(out, offset + i + LANES);
            h = j.fma(step, high2);
            value = h.add(j.fma(lowStep, above2));
            same = value.compare(VectorOperators.EQ, h.add(j.fma(lowStep, below2)), same);
            value.intoArray(out, offset + i + 2 * LANES);
            h = j.fma(step, high3);
            value = h.add(j.fma(lowStep, above3));
            same = value.compare(VectorOperators.EQ, h.add(j.fma(lowStep, below3)), same);
            value.intoArray(out, offset + i + 3 * LANES);
            if (!same.allTrue()) {
                break;
            }
        }
        return i;
    }
}
