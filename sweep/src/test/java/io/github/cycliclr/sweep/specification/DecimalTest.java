package io.github.cycliclr.sweep.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    @Test
    void everyFormParsesToSameDouble() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(Decimal.of(value)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.1,0.1", "1,1", "2000,2000", "1e6,1000000", "1e7,1E+7", "2e-3,0.002", "1e-9,1E-9", "2e23,2E+23"
    })
    void formsAreShort(double value, String expected) {
        assertEquals(expected, Decimal.of(value));
    }
}
