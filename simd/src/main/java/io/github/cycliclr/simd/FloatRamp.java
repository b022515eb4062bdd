package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/**
 * R(j) into floats; four vectors of doubles a turn. Lanes count from the origin, where the value is smallest: to count from
 * elsewhere would be an error that is not small relative to it.
 */
final class FloatRamp {
    private static final int LANES = DOUBLES.length();
    private static final int TURN = 4 * LANES;

    private FloatRamp() {}

    static int fill(RampBlock b, float[] out, int offset, int from, int to) {
        double step = b.highStep;
        double high = b.high;
        int origin = b.origin;
        long shift = FloatRounding.shift(b.ulps);
        long twice = 2L * b.ulps;
        if (b.ulps < 0) {
            return ScalarKernels.INSTANCE.ramp(b, out, offset, from, to);
        }
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
                DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i - origin);
                DoubleVector value = j.fma(step, high);
                LongVector nearest = FloatRounding.fromHalfway(value, shift);
                FloatRounding.rounded(value).intoArray(out, offset + i);
                value = j.add(LANES).fma(step, high);
                nearest = nearest.min(FloatRounding.fromHalfway(value, shift));
                FloatRounding.rounded(value).intoArray(out, offset + i + LANES);
                value = j.add(2 * LANES).fma(step, high);
                nearest = nearest.min(FloatRounding.fromHalfway(value, shift));
                FloatRounding.rounded(value).intoArray(out, offset + i + 2 * LANES);
                value = j.add(3 * LANES).fma(step, high);
                nearest = nearest.min(FloatRounding.fromHalfway(value, shift));
                FloatRounding.rounded(value).intoArray(out, offset + i + 3 * LANES);
                if (FloatRounding.isUnproven(nearest, twice)) {
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
