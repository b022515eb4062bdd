package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/**
 * Weighted values into floats where the ramp rises or falls, so that weights begin at 0; two vectors a turn, as with more
 * the compiler stops inlining.
 */
final class FloatWeighted {
    private static final int LANES = DOUBLES.length();
    private static final int TURN = 2 * LANES;

    private FloatWeighted() {}

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
            double step = b.highStep;
            double high = b.high;
            int origin = b.origin;
            double rest = b.rest;
            long shift = FloatRounding.shift(b.ulps);
            long twice = 2L * b.ulps;
            double[] weights = b.weights.whole();
            for (; i < end; i += TURN) {
                DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i - origin);
                DoubleVector value = j.fma(step, high)
                        .fma(DoubleVector.fromArray(DOUBLES, weights, i), DoubleVector.broadcast(DOUBLES, rest));
                LongVector nearest = FloatRounding.fromHalfway(value, shift);
                FloatRounding.rounded(value).intoArray(out, offset + i);
                value = j.add(LANES)
                        .fma(step, high)
                        .fma(
                                DoubleVector.fromArray(DOUBLES, weights, i + LANES),
                                DoubleVector.broadcast(DOUBLES, rest));
                nearest = nearest.min(FloatRounding.fromHalfway(value, shift));
                FloatRounding.rounded(value).intoArray(out, offset + i + LANES);
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
