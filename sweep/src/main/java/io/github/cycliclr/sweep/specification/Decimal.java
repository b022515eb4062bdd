package io.github.cycliclr.sweep.specification;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Decimal forms of doubles that parse to the same double and are the same on every JDK; Double.toString changed with JDK 19.
 */
public final class Decimal {
    private static final int MAX_DIGITS = 17; // distinguish any two doubles
    private static final int MAX_ZEROS = 6;

    private Decimal() {}

    /** The form with the fewest digits, of 15, 16 or 17 and without trailing zeros. */
    public static String of(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; ; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            if (digits == MAX_DIGITS || rounded.doubleValue() == value) {
                boolean isShortInteger = rounded.scale() <= 0 && rounded.scale() >= -MAX_ZEROS;
                return isShortInteger ? rounded.toPlainString() : rounded.toString();
            }
        }
    }
}
