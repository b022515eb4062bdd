package io.github.cycliclr.sweep.specification;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Decimal forms of doubles that read back to the same double and are the same on every JDK; Double.toString changed
 * with JDK 19.
 */
public final class Decimal {
    private static final int MAX_DIGITS = 17; // enough to tell any double from its neighbours
    private static final int MAX_ZEROS = 6;

    private Decimal() {}

    /** The form with the fewest digits, of 15, 16 or 17 and without trailing zeros. */
    public static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; ; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            if (digits == MAX_DIGITS || rounded.doubleValue() == value) {
                return -rounded.scale() <= MAX_ZEROS ? plainUnlessSmall(rounded) : rounded.toString();
            }
        }
    }

    private static String plainUnlessSmall(BigDecimal decimal) {
        return decimal.scale() <= 0 ? decimal.toPlainString() : decimal.toString();
    }
}
