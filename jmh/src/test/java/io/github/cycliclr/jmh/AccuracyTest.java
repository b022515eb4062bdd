package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.ExactEvaluator;
import org.junit.jupiter.api.Test;

final class AccuracyTest {
    private static final Workload WORKLOAD = Workload.of("exp_range/iterations", "20/30", 0.999, 1_000_000);

    private final double[] exact = new double[1_000];

    AccuracyTest() {
        new ExactEvaluator(WORKLOAD.shape()).fill(WORKLOAD.curve(), WORKLOAD.first(), exact);
    }

    @Test
    void findsLargestErrorInAdjacentDoubles() {
        double[] values = exact.clone();
        assertEquals(0, Accuracy.largestError(values, exact));
        values[567] = Math.nextDown(values[567]);
        assertEquals(1, Accuracy.largestError(values, exact));
        values[3] = Math.nextUp(Math.nextUp(values[3]));
        assertEquals(2, Accuracy.largestError(values, exact));
    }

    @Test
    void refusesNegativeValueAndNan() {
        double[] values = exact.clone();
        values[999] = Double.NaN;
        assertThrows(IllegalStateException.class, () -> Accuracy.largestError(values, exact));
        values[999] = -values[998];
        assertThrows(IllegalStateException.class, () -> Accuracy.largestError(values, exact));
    }

    @Test
    void bulkEvaluatorsAreCorrectlyRoundedAndDjlIsNot() {
        assertEquals("0,", Accuracy.measure("portable", WORKLOAD, exact));
        String djl = Accuracy.measure("djl", WORKLOAD, exact);
        assertTrue(djl.matches("[1-9]\\d*,"), djl);
    }

    @Test
    void writesFailureIntoItsColumn() {
        Workload withFunction = Workload.of("scale_fn/cycle", "20/30", 1, 0);
        assertEquals(",djl has no scale_fn that counts cycles", Accuracy.measure("djl", withFunction, exact));
    }
}
