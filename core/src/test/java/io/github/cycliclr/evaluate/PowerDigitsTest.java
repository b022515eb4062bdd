package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerDigitsTest {
    private static final MathContext PRECISE = new MathContext(60);
    private static final BigDecimal BOUND = new BigDecimal(0x1p-78);

    @ParameterizedTest
    @ValueSource(doubles = {0.9999999, 0.99994, 0.5, 0x1.fffffffffffffp-1, 1.0001, 0.25, 1e-9})
    void areHighPartsOfFewBitsAndLowOnes(double ratio) {
        PowerDigits digits = new PowerDigits(ratio, new Powers(ratio));
        BigDecimal base = new BigDecimal(ratio);
        for (int i = 0; i < digits.high.length; i += PowerDigits.BASE) {
            BigDecimal power = BigDecimal.ONE;
            long step = 1L << PowerDigits.BITS * (i / PowerDigits.BASE);
            for (int d = 0; d < PowerDigits.BASE && d * step <= digits.last; d++) {
                assertEquals(0, Double.doubleToRawLongBits(digits.high[i + d]) & (1 << 27) - 1);
                BigDecimal entry = new BigDecimal(digits.high[i + d]).add(new BigDecimal(digits.low[i + d]));
                BigDecimal error = entry.divide(power, PRECISE).subtract(BigDecimal.ONE);
                assertTrue(error.abs().compareTo(BOUND) < 0, "digit " + d + " of " + i + " is off by " + error);
                power = power.multiply(base, PRECISE);
            }
            base = base.pow(PowerDigits.BASE, PRECISE);
        }
    }

    /** Where products neither overflow nor lose bits, and as far as that goes. */
    @Test
    void endWherePowersAreVerySmallOrLarge() {
        assertEquals(199, new PowerDigits(0.5, new Powers(0.5)).last);
        assertEquals(99, new PowerDigits(4, new Powers(4)).last);
        assertEquals(0, new PowerDigits(1e-300, new Powers(1e-300)).last);
        double nearest = Math.nextDown(1.0);
        assertEquals(200 * Math.log(2) * 0x1p53, new PowerDigits(nearest, new Powers(nearest)).last, 0x1p42);
    }
}
