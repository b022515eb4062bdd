package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Scaling;

/**
 * The scaling k(x), moving along x: a step costs a product for each bit of its length, and one alone when it is as long as one
 * of the last two, as those from block to block are; a jump a product for each bit of x.
 */
final class ScalingCursor {
    /** Products since the last jump, each of which adds 7·2<sup>-106</sup> to the relative error. */
    private static final int LONGEST_WALK = 230;

    private final Scaling scaling;
    private final Scaling.Geometric geometric;
    private final Powers powers;
    private final boolean dyadic;

    /** k(x), to a relative error of 2<sup>-95</sup>. */
    final Scaled value = new Scaled();

    private long argument = -1;
    private int walked;

    /** The last two lengths of a step, the later one first, and ratio to the power of each. */
    private long step;

    private long otherStep;
    private Scaled power = new Scaled();
    private Scaled otherPower = new Scaled();

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
        } else if (argument < 0 || x < argument || !walk(x - argument, Long.bitCount(x))) {
            powers.multiply(value.set(geometric.factor(), 0), x);
            walked = 0;
        }
        argument = x;
    }

    /** Multiplies by ratio to the power of {@code length}, unless to jump is better. */
    private boolean walk(long length, int productsOfJump) {
        int products = Long.bitCount(length);
        boolean known = products == 1 || length == step || length == otherStep;
        if (walked + products >= LONGEST_WALK || !known && products >= productsOfJump) {
            return false;
        }
        if (products == 1) {
            powers.multiply(value, length);
        } else {
            value.multiply(power(length));
        }
        walked += products + 1;
        return true;
    }

    /** ratio to the power of a length, which becomes the later one of the last two. */
    private Scaled power(long length) {
        if (length != step) {
            Scaled swap = power;
            power = otherPower;
            otherPower = swap;
            if (length != otherStep) {
                powers.multiply(power.set(1, 0), length);
            }
            otherStep = step;
            step = length;
        }
        return power;
    }

    /** An exponent of which k is an integer multiple; {@link Long#MIN_VALUE} where it is not known to be short. */
    long unit() {
        if (geometric != null) {
            return dyadic ? value.exponent : Long.MIN_VALUE;
        }
        return value.hi == 0 ? 0 : value.exponent + Scaled.lastBit(value.hi);
    }
}
