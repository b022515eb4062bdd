package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.evaluate.ReferenceEvaluator;
import org.junit.jupiter.api.Test;

final class OutputCheckTest {
    private static final Workload WORKLOAD = Workload.of("exp_range/iterations", "20/30", 0.999, 1_000_000);
    private static final OutputCheck BULK = new OutputCheck(WORKLOAD, true);
    private static final OutputCheck TEXTBOOK = new OutputCheck(WORKLOAD, false);
    private static final int SIZE = 1_000;

    private final double[] doubles = new double[SIZE];
    private final float[] floats = new float[SIZE];

    OutputCheckTest() {
        ExactEvaluator exact = new ExactEvaluator(WORKLOAD.shape());
        exact.fill(WORKLOAD.curve(), WORKLOAD.first(), doubles);
        exact.fill(WORKLOAD.curve(), WORKLOAD.first(), floats);
    }

    @Test
    void acceptsTheExactValues() {
        assertDoesNotThrow(() -> BULK.accept(doubles));
        assertDoesNotThrow(() -> BULK.accept(floats));
    }

    @Test
    void refusesOneUlpWhereTheValueMustBeCorrectlyRounded() {
        doubles[567] = Math.nextUp(doubles[567]);
        floats[567] = Math.nextUp(floats[567]);
        assertRefused(() -> BULK.accept(doubles), "iteration 1000567");
        assertRefused(() -> BULK.accept(floats), "iteration 1000567");
    }

    @Test
    void acceptsTheTextbookWithinItsTolerance() {
        ReferenceEvaluator textbook = new ReferenceEvaluator(WORKLOAD.shape());
        textbook.fill(WORKLOAD.curve(), WORKLOAD.first(), doubles);
        textbook.fill(WORKLOAD.curve(), WORKLOAD.first(), floats);
        assertDoesNotThrow(() -> TEXTBOOK.accept(doubles));
        assertDoesNotThrow(() -> TEXTBOOK.accept(floats));
    }

    @Test
    void refusesTheTextbookOutsideItsTolerance() {
        doubles[SIZE - 1] *= 1.001;
        floats[SIZE - 1] *= 1.001f;
        assertRefused(() -> TEXTBOOK.accept(doubles), "iteration 1000999");
        assertRefused(() -> TEXTBOOK.accept(floats), "iteration 1000999");
    }

    @Test
    void refusesAnElementThatWasNotWrittenHoweverLargeTheArray() {
        double[] many = new double[1 << 20];
        new ReferenceEvaluator(WORKLOAD.shape()).fill(WORKLOAD.curve(), WORKLOAD.first(), many);
        many[777_777] = Double.NaN;
        assertRefused(() -> TEXTBOOK.accept(many), "iteration 1777777");
        floats[5] = Float.NaN;
        assertRefused(() -> TEXTBOOK.accept(floats), "iteration 1000005");
    }

    private static void assertRefused(Runnable check, String where) {
        String message = assertThrows(IllegalStateException.class, check::run).getMessage();
        assertTrue(message.contains(where), message);
    }
}
