package io.github.cycliclr.sweep.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Curve RATE = Curve.learningRate(0.001, 0.006);

    @Test
    void hasEveryFootAndPeakAndNothingBetweenThemWhereRampsAreStraight() {
        BulkEvaluator evaluator = BulkEvaluator.of(new Shape(1_000_003, 500_009, Scaling.NONE));
        Line line = Line.of(evaluator, RATE, 0, 3 * 1_500_012L);
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
        Line line = Line.of(evaluator, RATE, 0, 5);
        assertArrayEquals(new double[] {0, 3, 4, 5}, line.iterations());
        assertEquals(evaluator.valueAt(RATE, 5), line.values()[3]);
    }

    @Test
    void chordsAreCloserToABentRampThanTheEyeCanTell() {
        BulkEvaluator evaluator =
                BulkEvaluator.of(new Shape(1000, 1000, new Scaling.Geometric(1, 0.998, ScaleMode.ITERATIONS)));
        Line line = Line.of(evaluator, Curve.SHAPE, 0, 10_000);
        for (int i = 1; i < line.iterations().length; i++) {
            long middle = Math.round((line.iterations()[i - 1] + line.iterations()[i]) / 2);
            double chord = (line.values()[i - 1] + line.values()[i]) / 2;
            double gap = Math.abs(evaluator.valueAt(Curve.SHAPE, middle) - chord);
            assertTrue(gap < 0.002, () -> "at iteration " + middle + " the chord is off by " + gap);
        }
    }
}
