package io.github.cycliclr.sweep.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimatedCurveTest {
    private static final Curve RATE = Curve.learningRate(0.001, 0.006);

    @Test
    void hasEveryFootAndPeakAndNothingBetweenThemWhereRampsAreStraight() {
        BulkEvaluator evaluator = BulkEvaluator.of(new Shape(1_000_003, 500_009, Scaling.NONE));
        DecimatedCurve line = DecimatedCurve.of(evaluator, RATE, 0, 3 * 1_500_012L);
        assertEquals(3 * 2 + 1, line.iterations().length);
        for (int cycle = 0; cycle < 3; cycle++) {
            assertEquals(cycle * 1_500_012L, line.iterations()[2 * cycle]);
            assertEquals(0.001, line.values()[2 * cycle]);
            assertEquals(cycle * 1_500_012L + 1_000_003, line.iterations()[2 * cycle + 1]);
            assertEquals(0.006, line.values()[2 * cycle + 1]);
        }
        assertEquals(0.001, line.values()[6]);
    }

    @Test
    void endsWhereItIsToldToAndTakesNoIterationTwice() {
        BulkEvaluator evaluator = BulkEvaluator.of(new Shape(3, 1, Scaling.NONE));
        DecimatedCurve line = DecimatedCurve.of(evaluator, RATE, 0, 5);
        assertArrayEquals(new double[] {0, 3, 4, 5}, line.iterations());
        assertEquals(evaluator.valueAt(RATE, 5), line.values()[3]);
    }

    @Test
    void chordsAreCloserToABentRampThanTheEyeCanTell() {
        BulkEvaluator evaluator =
                BulkEvaluator.of(new Shape(1000, 1000, new Scaling.Geometric(1, 0.998, ScaleMode.ITERATIONS)));
        DecimatedCurve line = DecimatedCurve.of(evaluator, Curve.SHAPE, 0, 10_000);
        for (int i = 1; i < line.iterations().length; i++) {
            long middle = Math.round((line.iterations()[i - 1] + line.iterations()[i]) / 2);
            double chord = (line.values()[i - 1] + line.values()[i]) / 2;
            double gap = Math.abs(evaluator.valueAt(Curve.SHAPE, middle) - chord);
            assertTrue(gap < 0.002, () -> "at iteration " + middle + " the chord is off by " + gap);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, 300, 0.98", "500, 300, 0.9", "300, 500, 1.02", "300, 500, 1.0001"})
    void theTopOfABentRampIsAmongItsChords(long up, long down, double gamma) {
        BulkEvaluator evaluator =
                BulkEvaluator.of(new Shape(up, down, new Scaling.Geometric(1, gamma, ScaleMode.ITERATIONS)));
        double[] all = new double[800];
        evaluator.fill(Curve.SHAPE, 800, all);
        DecimatedCurve line = DecimatedCurve.of(evaluator, Curve.SHAPE, 800, 1600);
        assertEquals(
                Arrays.stream(all).max().orElseThrow(),
                Arrays.stream(line.values()).max().orElseThrow());
        for (int i = 1; i < line.iterations().length; i++) {
            assertTrue(line.iterations()[i - 1] < line.iterations()[i], "in order");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, 0.999, 1, 1.01})
    void nothingIsBeyondTheEnvelope(double gamma) {
        Shape shape = new Shape(30, 50, new Scaling.Geometric(1, gamma, ScaleMode.ITERATIONS));
        BulkEvaluator evaluator = BulkEvaluator.of(shape);
        DecimatedCurve envelope = DecimatedCurve.envelope(evaluator, RATE, 0, 399);
        assertEquals(400, envelope.values().length);
        for (int n = 0; n < 400; n++) {
            double value = evaluator.valueAt(RATE, n);
            assertEquals(n, envelope.iterations()[n]);
            assertTrue(value <= envelope.values()[n] * (1 + 1e-15), "iteration " + n);
            assertTrue(n % 80 != 30 || value >= envelope.values()[n] * (1 - 1e-15), "it touches the peaks");
        }
    }

    @Test
    void theEnvelopeOfAConstantIsThatConstantHoweverScaled() {
        Shape shape = new Shape(30, 50, new Scaling.Geometric(1, 2, ScaleMode.ITERATIONS));
        DecimatedCurve envelope = DecimatedCurve.envelope(BulkEvaluator.of(shape), new Curve(0.9, 0.9), 0, 5000);
        assertTrue(Arrays.stream(envelope.values()).allMatch(value -> value == 0.9));
    }

    /** Of more cycles than there is room for, no column loses its least or its largest value, wherever in a cycle it is. */
    @ParameterizedTest
    @CsvSource({
        "30, 50, 0",
        "30, 50, 0.5",
        "30, 50, 0.9",
        "30, 50, 0.99",
        "50, 30, 0.9999",
        "50, 30, 1",
        "50, 30, 1.0001",
        "30, 50, 1.003",
        "20, 200, 1.02",
        "1, 1, 0.99"
    })
    void noColumnLosesItsPeak(long up, long down, double gamma) {
        for (ScaleMode counts : ScaleMode.values()) {
            BulkEvaluator evaluator = BulkEvaluator.of(new Shape(up, down, new Scaling.Geometric(1, gamma, counts)));
            long first = 17;
            long last = first + 30_000;
            double[] all = new double[30_001];
            evaluator.fill(Curve.SHAPE, first, all);
            DecimatedCurve line = DecimatedCurve.of(evaluator, Curve.SHAPE, first, last);
            assertEquals(2 * DecimatedCurve.COLUMNS, line.values().length);
            long from = first;
            for (int column = 1; column <= DecimatedCurve.COLUMNS; column++) {
                long to = first + (long) (column * (30_000.0 / DecimatedCurve.COLUMNS));
                DoubleSummaryStatistics within = Arrays.stream(all, (int) (from - first), (int) (to - first) + 1)
                        .summaryStatistics();
                double one = line.values()[2 * column - 2];
                double other = line.values()[2 * column - 1];
                String where = counts + ", iterations " + from + " to " + to;
                assertEquals(within.getMin(), Math.min(one, other), where);
                assertEquals(within.getMax(), Math.max(one, other), where);
                from = to;
            }
        }
    }
}
