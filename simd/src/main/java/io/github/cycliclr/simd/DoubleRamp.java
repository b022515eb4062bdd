package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into doubles. */
final class DoubleRamp {
    private static final int LANES = DOUBLES.length();
    private static final int TURN = 4 * LANES;

    private DoubleRamp() {}

    static int fill(RampBlock b, double[] out, int offset, int from, int to) {
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
        int at = from;
        while (true) {
            int i = at;
            int end = to - (to - at) % TURN;
            if (end == at) {
                if (at == to || to - TURN < from) {
                    return at == to ? to : ScalarKernels.INSTANCE.ramp(b, out, offset, at, to);
                }
                i = to - TURN;
                end = to;
            }
            for (; i < end; i += TURN) {
                DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i);
                DoubleVector h = j.fma(step, high0);
                DoubleVector value = h.add(j.fma(lowStep, above0));
                VectorMask<Double> differ = value.compare(VectorOperators.NE, h.add(j.fma(lowStep, below0)));
                value.intoArray(out, offset + i);
                h = j.fma(step, high1);
                value = h.add(j.fma(lowStep, above1));
                differ = differ.or(value.compare(VectorOperators.NE, h.add(j.fma(lowStep, below1))));
                value.intoArray(out, offset + i + LANES);
                h = j.fma(step, high2);
                value = h.add(j.fma(lowStep, above2));
                differ = differ.or(value.compare(VectorOperators.NE, h.add(j.fma(lowStep, below2))));
                value.intoArray(out, offset + i + 2 * LANES);
                h = j.fma(step, high3);
                value = h.add(j.fma(lowStep, above3));
                differ = differ.or(value.compare(VectorOperators.NE, h.add(j.fma(lowStep, below3))));
                value.intoArray(out, offset + i + 3 * LANES);
                if (differ.anyTrue()) {
                    break;
                }
            }
            if (i < end) { // the whole turn, for what it overlaps has been overwritten
                int proven = ScalarKernels.INSTANCE.ramp(b, out, offset, i, i + TURN);
                if (proven < i + TURN) {
                    return proven;
                }
                i += TURN;
            }
            at = i;
        }
    }
}
