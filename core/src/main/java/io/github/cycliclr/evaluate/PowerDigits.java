package io.github.cycliclr.evaluate;

/**
 * ratio<sup>x</sup> by a product for each digit of x to the base 1,024: less exact than {@link Powers}, which has one for each
 * bit, and not for powers near the ends of the number range.
 *
 * <p>An entry is a high part of 26 bits and a low one, a double; together they are off by less than 2<sup>-78</sup> of it.
 * Products of two high parts are exact.
 */
final class PowerDigits {
    /** Of x in a digit. */
    static final int BITS = 10;

    static final int BASE = 1 << BITS;

    /** From 2^-FAR to 2^FAR there is no overflow or underflow in a product of a few, or in its low parts. */
    static final int FAR = 200;

    /** The last x, such that its power is between 2^-{@value FAR} and 2^{@value FAR}. */
    final long last;

    /** Entry BASE·i + d is ratio to the power of d·1024^i; 0 behind the last x. */
    final double[] high;

    final double[] low;

    /** @param ratio finite, above 0, and not 1 */
    PowerDigits(double ratio, Powers powers) {
        double log2 = Math.abs(Math.log(ratio) / Math.log(2));
        last = (long) (FAR / log2 * (1 - 0x1p-20)); // below 2^61, for no ratio is nearer to 1 than by 2^-53
        int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(last) + BITS - 1) / BITS);
        high = new double[BASE * digits];
        low = new double[high.length];
        for (int i = 0; i < digits; i++) {
            int used = (int) Math.min(BASE, (last >>> BITS * i) + 1);
            Scaled[] power = powers.first(used, BITS * i);
            for (int d = 0; d < used; d++) {
                store(BASE * i + d, power[d]);
            }
        }
    }

    private void store(int at, Scaled power) {
        double scale = Scaled.twoTo(power.exponent);
        double h = ExactProduct.high(power.hi);
        high[at] = h * scale;
        low[at] = ((power.hi - h) + power.lo) * scale;
    }
}
