package io.github.cycliclr.evaluate;

/**
 * Rounds rest + x once, where x is a double-double known with a bounded error, or says that it cannot: the sum is
 * enclosed in a bracket, and where both ends round alike, that is the rounding of what lies between.
 *
 * <p>A zero is positive: results have 0.0 added, which turns -0.0 into 0.0 and changes nothing else.
 *
 * <p>An exact tie can never be enclosed so, but where x is a rational with a known denominator, a sum that is as near to
 * a tie as the bracket's width can only be the tie itself: unequal rationals differ by more.
 */
final class Rounding {
    /** Bound on the relative error of x: powers, slope, products and what they are added up from; see {@link Powers}. */
    static final double ERROR = 0x1p-94;

    /** Returned where the rounding is not proven. */
    static final double UNPROVEN = Double.NaN;

    /** Scalings of less than this, relative to what they are added to, decide by their sign alone. */
    private static final int NEGLIGIBLE = -970;

    /** Results near or below the normal numbers are computed larger by this, where the bracket is not lost. */
    private static final int LIFT = 700;

    private Rounding() {}

    /**
     * rest + x as a double.
     *
     * @param unit x is an integer multiple of 2<sup>unit</sup>, divided by an integer of {@code divisorBits} bits;
     *     {@link Long#MIN_VALUE} where nothing such is known
     */
    static double toDouble(double rest, Scaled x, long unit, int divisorBits) {
        if (x.hi == 0) {
            return rest;
        }
        if (x.exponent > Double.MAX_EXPONENT + 2) {
            return Math.copySign(Double.POSITIVE_INFINITY, x.hi);
        }
        long top = Math.max(x.exponent, rest == 0 ? x.exponent : Math.getExponent(rest));
        if (top > 1000) {
            return UNPROVEN;
        }
        int lift = top < -900 ? LIFT : 0;
        long exponent = x.exponent + lift;
        if (exponent < NEGLIGIBLE) {
            return rest; // a double, and nothing is rounded away from it by less than a quarter of its ulp
        }
        double scale = Scaled.twoTo(exponent);
        double lifted = lift == 0 ? rest : rest * 0x1p700;
        double xh = x.hi * scale;
        double s = lifted + xh;
        double z = s - lifted;
        double e = ((lifted - (s - z)) + (xh - z)) + x.lo * scale;
        double h = s + e;
        double w = h - s; // s may have cancelled to less than e: the two-sum that needs no order
        double l = (s - (h - w)) + (e - w);
        double error = Math.abs(xh) * ERROR + Math.abs(e) * 0x1p-51;
        double below;
        double above;
        if (lift != 0 && Math.abs(h) < Double.MIN_NORMAL * 0x1p700) {
            // The result's last place is fixed; adding and subtracting this rounds to it, and twice this to twice it,
            // whatever the sign of what it is added to.
            double round = 1.5 * 0x1p52 * (Double.MIN_VALUE * 0x1p700);
            double near = (h + 2 * round) - 2 * round;
            double off = (h - near) + l;
            error += Math.abs(off) * 0x1p-51;
            below = near + ((off - error + round) - round);
            above = near + ((off + error + round) - round);
        } else {
            below = h + (l - error);
            above = h + (l + error);
        }
        if (lift != 0) {
            below *= 0x1p-700;
            above *= 0x1p-700;
        }
        if (below == above) {
            return above + 0.0;
        }
        if (above == Math.nextUp(below) && isTie(error, lift, unit, divisorBits, rest, lastPlace(below, above))) {
            return ((Double.doubleToRawLongBits(below) & 1) == 0 ? below : above) + 0.0;
        }
        return UNPROVEN;
    }

    /** rest + x as a float. */
    static double toFloat(double rest, Scaled x, long unit, int divisorBits) {
        if (x.hi == 0) {
            return (float) rest;
        }
        if (x.exponent > Double.MAX_EXPONENT + 2) {
            return Math.copySign(Double.POSITIVE_INFINITY, x.hi);
        }
        long top = Math.max(x.exponent, rest == 0 ? x.exponent : Math.getExponent(rest));
        if (top > 1000) {
            return UNPROVEN;
        }
        if (top < -200) {
            return 0;
        }
        boolean negligible = x.exponent < NEGLIGIBLE;
        double scale = negligible ? 0x1p-970 : Scaled.twoTo(x.exponent);
        double xh = negligible ? Math.copySign(scale, x.hi) : x.hi * scale;
        double s = rest + xh;
        double z = s - rest;
        double e = ((rest - (s - z)) + (xh - z)) + (negligible ? 0 : x.lo * scale);
        double h = s + e;
        double w = h - s; // s may have cancelled to less than e: the two-sum that needs no order
        double l = (s - (h - w)) + (e - w);
        double error = negligible ? 0 : Math.abs(xh) * ERROR + Math.abs(e) * 0x1p-51;
        float below = (float) odd(h, l - error);
        float above = (float) odd(h, l + error);
        if (below == above) {
            return above + 0f;
        }
        if (above == Math.nextUp(below) && isTie(error, 0, unit, divisorBits, rest, lastPlace(below, above))) {
            return ((Float.floatToRawIntBits(below) & 1) == 0 ? below : above) + 0f;
        }
        return UNPROVEN;
    }

    /** h + l rounded to odd, which a second rounding, to a float, does not harm. */
    private static double odd(double h, double l) {
        double sum = h + l;
        double rest = l - (sum - h);
        if (rest == 0 || (Double.doubleToRawLongBits(sum) & 1) != 0) {
            return sum;
        }
        return rest > 0 ? Math.nextUp(sum) : Math.nextDown(sum);
    }

    /** The exponent of the last place of the midpoint between two neighbouring doubles. */
    private static long lastPlace(double below, double above) {
        double smaller = Math.min(Math.abs(below), Math.abs(above));
        return Math.max(Math.getExponent(smaller), Double.MIN_EXPONENT) - 53;
    }

    private static long lastPlace(float below, float above) {
        float smaller = Math.min(Math.abs(below), Math.abs(above));
        return Math.max(Math.getExponent(smaller), Float.MIN_EXPONENT) - 24;
    }

    /**
     * Whether a sum within the error of a midpoint must be that midpoint. Sum and midpoint are multiples of
     * 2<sup>g</sup> / divisor, so their distance is 0 or at least that; the bracket allows twice the error at most.
     */
    private static boolean isTie(double error, int lift, long unit, int divisorBits, double rest, long midpoint) {
        long g = Math.min(Math.min(unit, midpoint), Scaled.lastBit(rest));
        return unit != Long.MIN_VALUE && Math.getExponent(error) + 2 - lift < g - divisorBits;
    }
}
