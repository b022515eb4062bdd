package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.evaluate.ReferenceEvaluator;
import io.github.cycliclr.jmh.OutputCheck.Precision;
import org.junit.jupiter.api.Test;

final class OutputCheckTest {
    private static final int SIZE = 1_000;
    private static final Workload WORKLOAD = Workload.of("exp_range/iterations", "20/30", 0.999, 1_000_000);

    private final double[] doubles = new double[SIZE];
    private final float[] floats = new float[SIZE];

    OutputCheckTest() {
        fill(new ExactEvaluator(WORKLOAD.shape()));
    }

    @Test
    void acceptsExactValues() {
        assertAccepted(Precision.CORRECTLY_ROUNDED, doubles);
        assertAccepted(Precision.CORRECTLY_ROUNDED, floats);
    }

    @Test
    void rejectsOneUlpIfValuesMustBeCorrectlyRounded() {
        doubles[567] = Math.nextUp(doubles[567]);
        floats[567] = Math.nextUp(floats[567]);
        assertRejected(Precision.CORRECTLY_ROUNDED, doubles, 1_000_567);
        assertRejected(Precision.CORRECTLY_ROUNDED, floats, 1_000_567);
    }

    @Test
    void acceptsTextbookWithinItsErrorBound() {
        fill(new ReferenceEvaluator(WORKLOAD.shape()));
        assertAccepted(Precision.DOUBLE, doubles);
        assertAccepted(Precision.DOUBLE, floats);
    }

    @Test
    void rejectsValuesOutsideTheErrorBound() {
        doubles[SIZE - 1] *= 1.001;
        floats[SIZE - 1] *= 1.001f;
        assertRejected(Precision.DOUBLE, doubles, 1_000_999);
        assertRejected(Precision.DOUBLE, floats, 1_000_999);
    }

    @Test
    void rejectsUnwrittenElementOutsideTheSample() {
        double[] many = new double[1 << 20];
        new ReferenceEvaluator(WORKLOAD.shape()).fill(WORKLOAD.curve(), WORKLOAD.first(), many);
        many[777_777] = Double.NaN;
        assertRejected(Precision.DOUBLE, many, 1_777_777);
        floats[5] = Float.NaN;
        assertRejected(Precision.DOUBLE, floats, 1_000_005);
    }

    private void fill(Evaluator evaluator) {
        evaluator.fill(WORKLOAD.curve(), WORKLOAD.first(), doubles);
        evaluator.fill(WORKLOAD.curve(), WORKLOAD.first(), floats);
    }

    private static void assertAccepted(Precision precision, Object array) {
        assertDoesNotThrow(() -> new OutputCheck(WORKLOAD, precision).accept(new Output(array)));
    }

    private static void assertRejected(Precision precision, Object array, long iteration) {
        OutputCheck check = new OutputCheck(WORKLOAD, precision);
        String message = assertThrows(IllegalStateException.class, () -> check.accept(new Output(array)))
                .getMessage();
        assertTrue(message.contains("iteration " + iteration), message);
    }
}
