package io.github.cycliclr.evaluate;

/** Scaling of blocks of doubles near the ends of the number range by a power of two, and back. */
final class Lift {
    private static final int UP = 600;
    private static final int DOWN = -200;

    private Lift() {}

    /**
     * By which power of two a block is to be computed larger; 0 wherever it can be.
     *
     * @param smallest exponent of a step
     * @param largest bound on the exponent of what is added to rest
     */
    static int of(double rest, long smallest, long largest) {
        int restExponent = Math.getExponent(rest);
        if (smallest < BlockSetup.SMALLEST) {
            return restExponent < 300 ? UP : 0;
        }
        return Math.max(largest, restExponent) < 950 || rest != 0 && restExponent < -800 ? 0 : DOWN;
    }

    /** x · 2<sup>lift</sup>, exactly. */
    static double up(double x, int lift) {
        return lift > 0 ? x * 0x1p600 : x * 0x1p-200;
    }

    /**
     * The real number that was rounded to x · 2<sup>lift</sup>, rounded as such; NaN where that cannot be told from x:
     * where a subnormal number is rounded a second time, and exactly halfway.
     */
    static double down(double lifted, int lift) {
        if (lift < 0) {
            return lifted * 0x1p200; // beyond the range exactly where rounding to nearest says infinity
        }
        double value = lifted * 0x1p-600;
        double lost = Math.abs(value * 0x1p600 - lifted);
        return lost == 0x1p-475 ? Double.NaN : value + 0.0;
    }
}
