package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Scaling;

/** The scaling k(x), moving along x: a step costs a product or two, a jump a product for each bit of x. */
final class ScalingCursor {
    /** Products since the last jump, each of which adds 5·2<sup>-106</sup> to the relative error. */
    private static final int LONGEST_WALK = 32;

    private final Scaling scaling;
    private final Scaling.Geometric geometric;
    private final Powers powers;
    private final boolean dyadic;

    /** k(x), to a relative error of 2<sup>-96</sup>. */
    final Scaled value = new Scaled();

    private long argument = -1;
    private int walked;

    ScalingCursor(Tables tables) {
        scaling = tables.shape().scaling();
        geometric = tables.geometric();
        powers = tables.powers();
        dyadic = geometric != null
                && (geometric.ratio() == 0 || Math.scalb(geometric.ratio(), -Math.getExponent(geometric.ratio())) == 1);
    }

    /** Makes {@link #value} k(x). */
    void moveTo(long x) {
        if (x == argument) {
            return;
        }
        if (geometric == null) {
            value.set(((Scaling.Custom) scaling).at(x), 0);
        } else if (powers == null) {
            value.set(geometric.ratio() == 1 || x == 0 ? geometric.factor() : 0, 0);
        } else {
            long step = x - argument;
            int products = Long.bitCount(step);
            if (argument >= 0 && step > 0 && walked + products <= LONGEST_WALK && products < Long.bitCount(x)) {
                powers.multiply(value, step);
                walked += products;
            } else {
                powers.multiply(value.set(geometric.factor(), 0), x);
                walked = 0;
            }
        }
        argument = x;
    }

    /** An exponent of which k is an integer multiple; {@link Long#MIN_VALUE} where it is not known to be short. */
    long unit() {
        if (geometric != null) {
            return dyadic ? value.exponent : Long.MIN_VALUE;
        }
        return value.hi == 0 ? 0 : value.exponent + Scaled.lastBit(value.hi);
    }
}
