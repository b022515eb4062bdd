package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/** Weighted values into floats where the ramp is level; four vectors a turn. */
final class FloatLevel {
    private static final int LANES = DOUBLES.length();
    private static final int TURN = 4 * LANES;

    private FloatLevel() {}

    static int fill(WeightBlock b, float[] out, int offset, int from, int to) {
        if (b.ulps < 0) {
            return ScalarKernels.INSTANCE.weighted(b, out, offset, from, to);
        }
        int at = from;
        while (true) {
            int i = at;
            int end = to - (to - at) % TURN;
            if (end == at) {
                if (at == to || to - TURN < from) {
                    return at == to ? to : ScalarKernels.INSTANCE.weighted(b, out, offset, at, to);
                }
                i = to - TURN;
                end = to;
            }
            double level = b.high;
            double rest = b.rest;
            long shift = FloatRounding.shift(b.ulps);
            long twice = 2L * b.ulps;
            double[] weights = b.weights.whole();
            int w0 = b.weightFrom;
            for (; i < end; i += TURN) {
                DoubleVector value =
                        DoubleVector.fromArray(DOUBLES, weights, w0 + i).fma(level, rest);
                LongVector nearest = FloatRounding.fromHalfway(value, shift);
                FloatRounding.rounded(value).intoArray(out, offset + i);
                value = DoubleVector.fromArray(DOUBLES, weights, w0 + i + LANES).fma(level, rest);
                nearest = nearest.min(FloatRounding.fromHalfway(value, shift));
                FloatRounding.rounded(value).intoArray(out, offset + i + LANES);
                value = DoubleVector.fromArray(DOUBLES, weights, w0 + i + 2 * LANES)
                        .fma(level, rest);
                nearest = nearest.min(FloatRounding.fromHalfway(value, shift));
                FloatRounding.rounded(value).intoArray(out, offset + i + 2 * LANES);
                value = DoubleVector.fromArray(DOUBLES, weights, w0 + i + 3 * LANES)
                        .fma(level, rest);
                nearest = nearest.min(FloatRounding.fromHalfway(value, shift));
                FloatRounding.rounded(value).intoArray(out, offset + i + 3 * LANES);
                if (FloatRounding.isUnproven(nearest, twice)) {
                    break;
                }
            }
            if (i < end) { // the whole turn, for what it overlaps has been overwritten
                int proven = ScalarKernels.INSTANCE.weighted(b, out, offset, i, i + TURN);
                if (proven < i + TURN) {
                    return proven;
                }
                i += TURN;
            }
            at = i;
        }
    }
}
