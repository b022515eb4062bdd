package io.github.cycliclr.sweep.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Schedule;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ForecastTest {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void theMeanIsThatOfTheValues(Mode mode) {
        Random random = new Random(mode.ordinal());
        for (int i = 0; i < 60; i++) {
            for (ScaleMode counts : ScaleMode.values()) {
                Schedule schedule = schedule(
                        mode,
                        List.of(0.999, 1.0, 1.0001, 0.5, 0.0, Math.nextDown(1.0))
                                .get(i % 6),
                        counts,
                        1 + random.nextInt(50),
                        1 + random.nextInt(50));
                long first = random.nextInt(300);
                int count = 1 + random.nextInt(1000);
                double[] values = new double[count];
                BulkEvaluator.of(schedule.shape()).fill(schedule.learningRate(), first, values);
                double sum = 0;
                for (double value : values) {
                    sum += value;
                }
                assertEquals(sum / count, mean(schedule, first, count), 1e-12, schedule + " from " + first);
            }
        }
    }

    /** Over whole ramps the trapezoidal rule is exact but for the bend; an integral is near a sum of many terms. */
    @Test
    void theMeanOfLongRampsIsTheirIntegral() {
        double gamma = 1 - 1e-9;
        long step = 1L << 31;
        Schedule schedule = schedule(Mode.EXP_RANGE, gamma, ScaleMode.ITERATIONS, step, step);
        UnivariateFunction rate = n -> {
            double f = n <= step ? n / step : (2.0 * step - n) / step;
            return 0.001 + 0.009 * f * Math.exp(n * Math.log1p(-1e-9));
        };
        IterativeLegendreGaussIntegrator integrator = new IterativeLegendreGaussIntegrator(16, 1e-12, 1e-12);
        double integral =
                integrator.integrate(1_000, rate, 0, step) + integrator.integrate(1_000, rate, step, 2.0 * step);
        assertEquals(integral / (2.0 * step), mean(schedule, 0, 2 * step), 1e-10);
        assertEquals(0.0055, mean(schedule(Mode.TRIANGULAR, 1, null, 3, 4), 0, 1L << 62), 1e-15);
    }

    @Test
    void findsWhereTheScheduleIsFlat() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            ScaleMode counts = i % 2 == 0 ? ScaleMode.CYCLE : ScaleMode.ITERATIONS;
            double gamma = counts == ScaleMode.CYCLE ? 0.7 : 0.98;
            Schedule schedule =
                    schedule(Mode.EXP_RANGE, gamma, counts, 1 + random.nextInt(100), 1 + random.nextInt(100));
            long from = envelope(schedule).flatFrom();
            double[] values = values(schedule, (int) from + 1000);
            assertTrue(from == 0 || values[(int) from - 1] != values[0], schedule + " is flat before " + from);
            for (int n = (int) from; n < values.length; n++) {
                assertEquals(values[0], values[n], schedule + " is not flat at " + n);
            }
        }
    }

    @Test
    void findsWhereTheScheduleGrowsBeyondABound() {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            ScaleMode counts = i % 2 == 0 ? ScaleMode.CYCLE : ScaleMode.ITERATIONS;
            double gamma =
                    counts == ScaleMode.CYCLE ? 1.1 : List.of(1.002, 1.02, 1.5).get(i / 2 % 3);
            Schedule schedule =
                    schedule(Mode.EXP_RANGE, gamma, counts, 1 + random.nextInt(100), 1 + random.nextInt(100));
            long at = envelope(schedule).firstAbove(0.1);
            double[] values = values(schedule, (int) at + 1);
            for (int n = 0; n < at; n++) {
                assertTrue(values[n] <= 0.1, schedule + " passes the bound at " + n + " already");
            }
            assertTrue(values[(int) at] > 0.1, schedule + " does not pass the bound at " + at);
        }
        Schedule steady = schedule(Mode.TRIANGULAR, 1, null, 10, 10);
        assertEquals(Envelope.NEVER, envelope(steady).firstAbove(0.1));
    }

    @Test
    void warnsOfWhatIsSeldomMeant() {
        assertEquals(
                List.of(
                        "gamma is 1.001, above 1: the amplitude grows without bound and leaves max_lr; the learning rate"
                                + " passes 10 times max_lr at iteration 2492, and is infinite at iteration 714896"),
                new Forecast(schedule(Mode.EXP_RANGE, 1.001, null, 100, 100), false).warnings(10));
        assertEquals(
                List.of("the first peak is 0.0055, below max_lr: the first cycle is scaled by gamma already"),
                new Forecast(schedule(Mode.EXP_RANGE, 0.5, ScaleMode.CYCLE, 100, 100), false).warnings(1000));
        List<String> flat = new Forecast(schedule(Mode.TRIANGULAR2, 1, null, 100, 100), true).warnings(100_000);
        assertEquals(1, flat.size());
        assertTrue(flat.get(0).startsWith("the schedule is flat from iteration "), flat::toString);
        assertEquals(List.of(), new Forecast(schedule(Mode.TRIANGULAR2, 1, null, 100, 100), true).warnings(1_000));
        assertEquals(List.of(), new Forecast(schedule(Mode.TRIANGULAR, 1, null, 100, 100), true).warnings(100_000));
    }

    @Test
    void summarisesARun() {
        assertEquals(
                "2 cycles of 4,000 iterations; the mean learning rate is 0.0055",
                new Forecast(schedule(Mode.TRIANGULAR, 1, null, 2000, 2000), false).summary(0, 8_000));
    }

    private static double[] values(Schedule schedule, int count) {
        double[] values = new double[count];
        BulkEvaluator.of(schedule.shape()).fill(schedule.learningRate(), 0, values);
        return values;
    }

    private static Envelope envelope(Schedule schedule) {
        BulkEvaluator evaluator = BulkEvaluator.of(schedule.shape());
        return new Envelope(
                schedule.shape(),
                (Scaling.Geometric) schedule.shape().scaling(),
                iteration -> evaluator.valueAt(schedule.learningRate(), iteration));
    }

    private static double mean(Schedule schedule, long first, long count) {
        Scaling.Geometric scaling = (Scaling.Geometric) schedule.shape().scaling();
        return Mean.of(schedule.shape(), scaling, schedule.learningRate(), first, count);
    }

    private static Schedule schedule(Mode mode, double gamma, ScaleMode counts, long up, long down) {
        return Schedule.builder()
                .baseLr(0.001)
                .maxLr(0.01)
                .stepSizeUp(up)
                .stepSizeDown(down)
                .mode(mode)
                .gamma(gamma)
                .scaleMode(counts)
                .build();
    }
}
