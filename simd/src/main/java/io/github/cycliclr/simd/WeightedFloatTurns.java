package io.github.cycliclr.simd;

import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;

/**
 * Weighted values into floats, computed as doubles: and the proof that an error of some ulps of a double changes nothing. A
 * double lies halfway between two floats where its last 29 bits are 2<sup>28</sup>; so one that is less than so many ulps
 * from halfway, or just as far below, ends in less than twice as many once {@link #shift} is added.
 *
 * <p>That is cheap operations on integers, of which several vectors share the last, where rounding both ends of a bracket
 * takes a second conversion and a comparison a vector.
 */
abstract class WeightedFloatTurns extends DoubleTurns<WeightBlock, float[]> {
    static final long LAST_BITS = (1L << 29) - 1;

    static long shift(WeightBlock b) {
        return (1L << 28) + b.ulps;
    }

    @Override
    int fill(WeightBlock b, float[] out, int offset, int from, int to) {
        return b.ulps < 0 ? settle(b, out, offset, from, to) : super.fill(b, out, offset, from, to);
    }

    @Override
    int settle(WeightBlock b, float[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.weighted(b, out, offset, from, to);
    }
}
