package io.github.cycliclr.evaluate;

import java.math.BigInteger;

/**
 * ratio<sup>x</sup> for any x up to 2<sup>62</sup>, in double-double, from a table of ratio<sup>2^i</sup>.
 *
 * <p>Each entry is rounded once from arbitrary precision (error below 2<sup>-105</sup>), so a power is at most 62
 * products away from entries: its error is below 62·(5·2<sup>-106</sup> + 2<sup>-105</sup>), less than
 * 2<sup>-97</sup> relative, however large x is. Squaring double-doubles instead would double the error every time.
 */
final class Powers {
    private static final int BITS = 63;

    /** Squaring 62 times makes the last error of a cut 2^62 times as large: 2^-194 of the power. */
    private static final int TABLE_PRECISION = 256;

    private final double[] hi = new double[BITS];
    private final double[] lo = new double[BITS];
    private final long[] exponent = new long[BITS];

    /** @param ratio finite, above 0 */
    Powers(double ratio) {
        Binary power = Binary.of(ratio).odd();
        for (int i = 0; i < BITS; i++) {
            store(i, power);
            power = power.multiply(power).cut(TABLE_PRECISION, false);
            if (Math.abs(power.magnitude()) > Scaled.FAR) {
                power = new Binary(BigInteger.ONE, power.magnitude() < 0 ? -Scaled.FAR : Scaled.FAR);
            }
        }
    }

    private void store(int i, Binary power) {
        double h = power.significand().doubleValue();
        Binary rest = power.subtract(
                new Binary(Binary.of(h).significand(), Binary.of(h).exponent() + power.exponent()));
        double l = rest.significand().doubleValue() * Scaled.twoTo(rest.exponent() - power.exponent());
        Scaled normal = new Scaled().set(h, l);
        hi[i] = normal.hi;
        lo[i] = normal.lo;
        exponent[i] = power.exponent() + normal.exponent;
    }

    /** Multiplies by ratio<sup>x</sup>, 0 ≤ x ≤ 2<sup>62</sup>, a product for each bit set in x. */
    void multiply(Scaled result, long x) {
        for (long rest = x; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            result.multiply(hi[i], lo[i], exponent[i]);
        }
    }

    /**
     * base<sup>0</sup> to base<sup>count - 1</sup>, base being ratio<sup>2^shift</sup>, each a product away from one before it;
     * error as of any power.
     */
    Scaled[] first(int count, int shift) {
        Scaled[] result = new Scaled[count];
        for (int x = 0; x < count; x++) {
            result[x] = new Scaled();
            if (x == 0) {
                result[x].set(1, 0);
            } else {
                int i = shift + Integer.numberOfTrailingZeros(x);
                result[x].set(result[x & (x - 1)]).multiply(hi[i], lo[i], exponent[i]);
            }
        }
        return result;
    }
}
