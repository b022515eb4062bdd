package io.github.cycliclr.sweep.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cycliclr.sweep.specification.Distribution.Categorical;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final double LAST = 1 - 0x1p-53;

    @Test
    void valuesStayWithinBounds() {
        assertEquals(0.3, Distribution.uniform(0.3, 0.9).at(0));
        assertEquals(0.9, Distribution.uniform(0.3, 0.9).at(LAST), 1e-15);
        assertEquals(1e-5, Distribution.logUniform(1e-5, 0.1).at(0));
        assertEquals(0.1, Distribution.logUniform(1e-5, 0.1).at(LAST), 1e-15);
        assertEquals(-2L, Distribution.intUniform(-2, 2).at(0));
        assertEquals(2L, Distribution.intUniform(-2, 2).at(LAST));
        assertEquals(1L << 40, Distribution.intUniform(1, 1L << 40).at(LAST));
        assertEquals("c", new Categorical(List.of("a", "b", "c")).at(LAST));
        assertEquals(
                "c",
                Distribution.weighted(List.of("a", "b", "c"), List.of(0.3, 0.6, 0.9999999))
                        .at(LAST));
    }

    @Test
    void mediansAreCorrect() {
        assertEquals(5.0, Distribution.uniform(0, 10).at(0.5));
        assertEquals(1e-3, Distribution.logUniform(1e-5, 0.1).at(0.5), 1e-17);
        assertEquals(0L, Distribution.intUniform(-2, 2).at(0.5));
        assertEquals(3.0, Distribution.normal(3, 2).at(0.5), 1e-14);
        assertEquals(1.0, Distribution.normal(0, 2).exponential().at(0.5), 1e-14);
        assertEquals("b", new Categorical(List.of("a", "b")).at(0.5));
        assertEquals(
                "c",
                Distribution.weighted(List.of("a", "b", "c"), List.of(0.5, 0.5, 1.0))
                        .at(0.5));
        assertEquals(
                "a",
                Distribution.weighted(List.of("a", "b", "c"), List.of(0.5, 0.5, 1.0))
                        .at(0.49));
    }

    @Test
    void normalHasItsQuantiles() {
        assertEquals(1.959963984540054, Distribution.normal(0, 1).at(0.975), 1e-12);
        assertEquals(-1.959963984540054, Distribution.normal(0, 1).at(0.025), 1e-12);
        assertEquals(-8.2, Distribution.normal(0, 1).at(0), 0.1, "finite where u is 0");
    }

    @Test
    void quantizesToMultiplesTiesToEven() {
        assertEquals(300.0, Distribution.uniform(0, 1000).quantized(100).at(0.349));
        assertEquals(200.0, Distribution.uniform(0, 1000).quantized(100).at(0.25));
        assertEquals(400.0, Distribution.uniform(0, 1000).quantized(100).at(0.35));
    }
}
