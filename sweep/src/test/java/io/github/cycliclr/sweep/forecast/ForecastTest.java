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
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ForecastTest {
    /** With a base of 0, so that the relative error is that of the sums, however small or large they are. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void meanIsThatOfTheValues(Mode mode) {
        Random random = new Random(mode.ordinal());
        double[] gammas = {0.999, 1, 1.0001, 0.5, 0, Math.nextDown(1.0), 1.5, 0.9, Math.nextUp(1.0)};
        for (int i = 0; i < 900; i++) {
            ScaleMode counts = ScaleMode.values()[i % 2];
            Schedule schedule = Schedule.builder()
                    .baseLr(0)
                    .maxLr(i % 3 == 0 ? 1e-150 : 0.01)
                    .stepSizeUp(1 + random.nextInt(i % 5 == 0 ? 2000 : 50))
                    .stepSizeDown(1 + random.nextInt(50))
                    .mode(mode)
                    .gamma(gammas[i % gammas.length])
                    .scaleMode(counts)
                    .build();
            long first = random.nextInt(700);
            double[] values = new double[1 + random.nextInt(i % 7 == 0 ? 3 : 1000)];
            BulkEvaluator.of(schedule.shape()).fill(schedule.learningRate(), first, values);
            double expected = DoubleStream.of(values).sum() / values.length;
            double error = 1e-10 * expected + 1e-300;
            assertEquals(expected, mean(schedule, first, values.length), error, schedule + " from " + first);
        }
    }

    @Test
    void meanIsExactFarFromZero() {
        long first = (1L << 62) - 12;
        Schedule schedule = schedule(Mode.TRIANGULAR, 1, null, 1L << 60, 3);
        double[] values = new double[10];
        BulkEvaluator.of(schedule.shape()).fill(schedule.learningRate(), first, values);
        assertEquals(DoubleStream.of(values).sum() / 10, mean(schedule, first, 10), 1e-15);
        assertEquals(0.0055, mean(schedule(Mode.TRIANGULAR, 1, null, 3, 4), 0, 1L << 62), 1e-15);
        // For gamma = e^-a and a ramp of 1/a iterations, the means of f·k over the two ramps tend to integrals.
        long step = 1L << 40;
        double mean = mean(schedule(Mode.EXP_RANGE, 1 - 0x1p-40, ScaleMode.ITERATIONS, step, step), 0, 2 * step);
        double rising = 1 - 2 / Math.E;
        double falling = 1 / (Math.E * Math.E);
        assertEquals(0.001 + 0.009 * (rising + falling) / 2, mean, 1e-13);
        assertEquals(0.001, mean(schedule(Mode.EXP_RANGE, 0.5, null, 3, 4), 1L << 61, 1L << 61), 1e-18);
        assertEquals(Double.POSITIVE_INFINITY, mean(schedule(Mode.EXP_RANGE, 1.5, null, 3, 4), 0, 1L << 62));
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
    void warnsOfWhatIsSeldomIntended() {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2000 | 8000 | 2 cycles of 4,000 iterations; the mean learning rate is 0.0055",
                "2000 | 8001 | 2 cycles of 4,000 iterations; the mean learning rate is 0.00549944",
                "2000 | 4000 | 1 cycle of 4,000 iterations; the mean learning rate is 0.0055",
                "2000 | 2000 | 0.5 cycles of 4,000 iterations; the mean learning rate is 0.00549775",
                "2000 | 1 | 0.00025 cycles of 4,000 iterations; the mean learning rate is 0.001",
                "5 | 100 | 10 cycles of 10 iterations; the mean learning rate is 0.0055",
                "5 | 123 | 12.3 cycles of 10 iterations; the mean learning rate is 0.00543415",
                "5 | 1000000 | 100,000 cycles of 10 iterations; the mean learning rate is 0.0055",
                "5 | 10000000 | 1,000,000 cycles of 10 iterations; the mean learning rate is 0.0055",
                "5 | 999995 | 99999.5 cycles of 10 iterations; the mean learning rate is 0.0055",
                "5 | 12345678 | 1,234,568 cycles of 10 iterations; the mean learning rate is 0.0055",
                "5 | 4611686018427387904 | 461,168,601,842,738,790 cycles of 10 iterations; the mean learning rate is 0.0055",
                "2000000000 | 1000 | 2.5e-7 cycles of 4,000,000,000 iterations; the mean learning rate is 0.001"
            })
    void summaryPrintsLengthAndMean(long step, long count, String summary) {
        assertEquals(summary, new Forecast(schedule(Mode.TRIANGULAR, 1, null, step, step), false).summary(0, count));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0
            0.5, 0.5
            1, 1
            10, 10
            100, 100
            100000, 100000
            1e6, 1000000
            1.5e7, 1.5e+7
            1e300, 1e+300
            2.5e-7, 2.5e-7
            1e-5, 0.00001
            0.001, 0.001
            0.1234565, 0.123456
            0.12345649, 0.123456
            120, 120
            999999.5, 1000000
            1234567, 1234570
            4.9e-324, 4.94066e-324
            Infinity, infinite
            """)
    void numbersHaveSixSignificantDigits(double value, String text) {
        assertEquals(text, Forecast.number(value));
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
