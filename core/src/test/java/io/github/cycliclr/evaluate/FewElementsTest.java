package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FewElementsTest {
    private static final MathContext PRECISE = new MathContext(60);
    private static final BigDecimal BOUND = new BigDecimal(4 * 0x1p-78);

    /** A product of two numbers in parts keeps its bound, and its high part has the 26 bits that the next one needs. */
    @Test
    void productsOfPartsKeepTheirBound() {
        SplittableRandom random = new SplittableRandom(202619);
        BigDecimal largest = BigDecimal.ZERO;
        for (int i = 0; i < 200_000; i++) {
            double a = random.nextDouble(-2, 2);
            double b = random.nextDouble(-2, 2);
            double aHigh = ExactProduct.high(a);
            double bHigh = ExactProduct.high(b);
            double aLow = a - aHigh + 0x1p-53 * a * random.nextDouble(-1, 1);
            double bLow = b - bHigh + 0x1p-53 * b * random.nextDouble(-1, 1);
            double high = FewElements.high(aHigh, aLow, bHigh, bLow);
            double low = FewElements.low(aHigh, aLow, bHigh, bLow, high);
            assertEquals(high, ExactProduct.high(high));
            BigDecimal product = sum(aHigh, aLow).multiply(sum(bHigh, bLow));
            BigDecimal error = sum(high, low).divide(product, PRECISE).subtract(BigDecimal.ONE);
            largest = largest.max(error.abs());
        }
        assertTrue(largest.compareTo(BOUND) < 0, "the largest relative error is " + largest);
        assertTrue(largest.compareTo(BOUND.divide(BigDecimal.valueOf(8))) > 0, "the bound is loose: " + largest);
    }

    private static BigDecimal sum(double high, double low) {
        return new BigDecimal(high).add(new BigDecimal(low));
    }
}
