package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users expect of a schedule, which follows from correct rounding. */
class CurvePropertiesTest {
    private static final Curve LEARNING_RATE = Curve.learningRate(1e-4, 3e-3);

    private final SplittableRandom random = new SplittableRandom(20268);

    @Test
    void feetAndPeaksAreTheBoundsInEveryCycle() {
        for (int i = 0; i < 2000; i++) {
            Shape shape = new Shape(1 + random.nextInt(1000), 1 + random.nextLong(1L << 40), Scaling.NONE);
            BulkEvaluator bulk = BulkEvaluator.of(shape);
            long foot = random.nextLong(1L << 50) / shape.period() * shape.period();
            assertEquals(1e-4, bulk.valueAt(LEARNING_RATE, foot));
            assertEquals(3e-3, bulk.valueAt(LEARNING_RATE, foot + shape.stepSizeUp()));
            assertEquals((float) 3e-3, bulk.floatValueAt(LEARNING_RATE, foot + shape.stepSizeUp()));
        }
    }

    @Test
    void rampsAreMonotonicAndWithinTheBounds() {
        for (Mode mode : Mode.values()) {
            for (int i = 0; i < 50; i++) {
                int up = 1 + random.nextInt(5000);
                int down = 1 + random.nextInt(5000);
                Scaling scaling = Scaling.of(mode, 0.999, ScaleMode.CYCLE);
                Shape shape = new Shape(up, down, scaling);
                double[] cycle = new double[up + down + 1];
                long foot = random.nextInt(100) * shape.period();
                BulkEvaluator.of(shape).fill(LEARNING_RATE, foot, cycle);
                for (int r = 0; r < up + down; r++) {
                    assertTrue(r < up ? cycle[r] <= cycle[r + 1] : cycle[r] >= cycle[r + 1], "r = " + r);
                    assertTrue(cycle[r] >= 1e-4 && cycle[r] <= 3e-3, "r = " + r);
                }
            }
        }
    }

    @Test
    void triangularIsPeriodicForEver() {
        Shape shape = new Shape(17, 1000, Scaling.NONE);
        BulkEvaluator bulk = BulkEvaluator.of(shape);
        float[] early = new float[5000];
        float[] late = new float[5000];
        bulk.fill(LEARNING_RATE, 0, early);
        bulk.fill(LEARNING_RATE, 1_000_000_000_000L / 1017 * 1017, late);
        assertArrayEquals(early, late);
    }

    @Test
    void triangular2GoesOnPastTheCycleAtWhichPyTorchOverflows() {
        BulkEvaluator bulk = BulkEvaluator.of(new Shape(2, 2, Scaling.of(Mode.TRIANGULAR2, 1, null)));
        assertEquals(Math.scalb(1.0, -1024), bulk.valueAt(Curve.SHAPE, 4 * 1024 + 2));
        assertEquals(Double.MIN_VALUE, bulk.valueAt(Curve.SHAPE, 4 * 1074 + 2));
        assertEquals(0, bulk.valueAt(Curve.SHAPE, 4 * 1075 + 2));
    }

    @Test
    void groupsShareAShape() {
        Schedule schedule = Schedule.builder()
                .baseLr(1e-4)
                .maxLr(1e-2)
                .parameterGroup(1e-5, 1e-3, 0.5, 0.6)
                .stepSizeUp(100)
                .build();
        BulkEvaluator bulk = BulkEvaluator.of(schedule.shape());
        double[] peaks = schedule.parameterGroups().stream()
                .mapToDouble(group -> bulk.valueAt(group.learningRate(), 100))
                .toArray();
        assertArrayEquals(new double[] {1e-2, 1e-3}, peaks);
        assertEquals(0.8, bulk.valueAt(schedule.momentum().orElseThrow(), 100));
        assertEquals(
                0.5, bulk.valueAt(schedule.parameterGroups().get(1).momentum().orElseThrow(), 100));
    }

    @Test
    void fillsTouchNothingElse() {
        BulkEvaluator bulk = BulkEvaluator.of(new Shape(3, 700, Scaling.of(Mode.EXP_RANGE, 0.99, null)));
        double[] out = new double[5000];
        Arrays.fill(out, -7);
        bulk.fill(LEARNING_RATE, 12, out, 1000, 3001);
        assertTrue(Arrays.stream(out, 0, 1000).allMatch(x -> x == -7));
        assertTrue(Arrays.stream(out, 1000, 4001).allMatch(x -> x > 0));
        assertTrue(Arrays.stream(out, 4001, 5000).allMatch(x -> x == -7));
        bulk.fill(LEARNING_RATE, 0, out, 5000, 0);
    }

    @Test
    void refusesRangesOutsideArrayAndTime() {
        BulkEvaluator bulk = BulkEvaluator.of(new Shape(3, 7, Scaling.NONE));
        double[] out = new double[10];
        assertThrows(IndexOutOfBoundsException.class, () -> bulk.fill(LEARNING_RATE, 0, out, 5, 6));
        assertThrows(IllegalArgumentException.class, () -> bulk.fill(LEARNING_RATE, -1, out));
        assertThrows(IllegalArgumentException.class, () -> bulk.fill(LEARNING_RATE, Shape.LAST_ITERATION - 8, out));
        assertThrows(IllegalArgumentException.class, () -> bulk.valueAt(LEARNING_RATE, Shape.LAST_ITERATION + 1));
        bulk.fill(LEARNING_RATE, Shape.LAST_ITERATION - 9, out);
    }

    @Test
    void refusesNoCurve() {
        for (int length : new int[] {1, 20, 200}) {
            BulkEvaluator bulk = BulkEvaluator.of(new Shape(100, 100, Scaling.NONE));
            assertThrows(NullPointerException.class, () -> bulk.fill((Curve) null, 0, new double[length]));
            assertThrows(NullPointerException.class, () -> bulk.fill((Curve) null, 0, new float[length]));
        }
    }

    /** Small fills know their range by themselves; whatever is wrong, again and again, is refused. */
    @Test
    void refusesWhatIsOutsideAmongSmallFills() {
        List<Scaling> scalings = List.of(
                Scaling.NONE,
                Scaling.of(Mode.TRIANGULAR2, 1, null),
                Scaling.of(Mode.EXP_RANGE, 0.999, null), // whose amplitude has vanished behind 100,000
                new Scaling.Custom(x -> 1 / (1 + x), ScaleMode.CYCLE));
        for (Scaling scaling : scalings) {
            BulkEvaluator bulk = BulkEvaluator.of(new Shape(30, 70, scaling));
            double[] doubles = new double[10];
            float[] floats = new float[10];
            for (int fill = 0; fill < 400; fill++) { // of one and of three, here and there, then one behind the other
                int length = fill < 200 ? 1 : 3;
                long n = fill % 200 < 100 ? 7L * fill : 100_000L + length * fill;
                bulk.fill(LEARNING_RATE, n, doubles, 2, length);
                bulk.fill(LEARNING_RATE, n, floats, 2, length);
                if (fill % 20 < 18) {
                    continue; // so that there are rows, for which blocks are set up
                }
                for (long first : new long[] {-1, Shape.LAST_ITERATION + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
                    assertThrows(
                            IllegalArgumentException.class, () -> bulk.fill(LEARNING_RATE, first, doubles, 5, length));
                    assertThrows(
                            IllegalArgumentException.class, () -> bulk.fill(LEARNING_RATE, first, floats, 5, length));
                }
                for (int offset : new int[] {-1, 11 - length, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                    assertThrows(
                            IndexOutOfBoundsException.class,
                            () -> bulk.fill(LEARNING_RATE, n, doubles, offset, length));
                    assertThrows(
                            IndexOutOfBoundsException.class, () -> bulk.fill(LEARNING_RATE, n, floats, offset, length));
                }
            }
            for (int i = 0; i < 10; i++) {
                boolean written = i >= 2 && i < 5;
                assertEquals(written, doubles[i] != 0, "double " + i);
                assertEquals(written, floats[i] != 0, "float " + i);
            }
            ExactEvaluator exact = new ExactEvaluator(bulk.shape());
            for (long n = 0; n < 1000; n++) {
                assertEquals(exact.valueAt(LEARNING_RATE, n), bulk.valueAt(LEARNING_RATE, n));
            }
        }
    }

    /** Fills that repeat each other, or go on one behind the other, keep their block, whatever it holds beyond the end. */
    @Test
    void refusesIterationsBehindTheLastAfterFillsUpToIt() {
        long last = Shape.LAST_ITERATION;
        List<Shape> shapes = List.of(
                new Shape(3, 7, Scaling.NONE),
                new Shape(1L << 40, 1L << 41, Scaling.NONE),
                new Shape(1L << 61, 1L << 61, Scaling.NONE),
                new Shape(1L << 61, 1L << 61, Scaling.of(Mode.EXP_RANGE, Math.nextDown(1.0), null)),
                new Shape(3, 7, Scaling.of(Mode.EXP_RANGE, 0.5, null)));
        for (Shape shape : shapes) {
            BulkEvaluator bulk = BulkEvaluator.of(shape);
            ExactEvaluator exact = new ExactEvaluator(shape);
            double[] doubles = new double[3];
            float[] floats = new float[3];
            for (long first = last - 14; first <= last - 2; first += 3) {
                bulk.fill(LEARNING_RATE, first, doubles);
                bulk.fill(LEARNING_RATE, first, floats);
                for (int i = 0; i < 3; i++) {
                    assertEquals(exact.valueAt(LEARNING_RATE, first + i), doubles[i]);
                    assertEquals(exact.floatValueAt(LEARNING_RATE, first + i), floats[i]);
                }
            }
            for (long first : new long[] {last - 1, last, last + 1, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
                assertThrows(IllegalArgumentException.class, () -> bulk.fill(LEARNING_RATE, first, doubles));
                assertThrows(IllegalArgumentException.class, () -> bulk.fill(LEARNING_RATE, first, floats));
            }
            assertThrows(IllegalArgumentException.class, () -> bulk.fill(LEARNING_RATE, last + 1, doubles, 0, 1));
            assertThrows(IllegalArgumentException.class, () -> bulk.fill(LEARNING_RATE, last + 1, doubles, 0, 0));
            bulk.fill(LEARNING_RATE, last, floats, 1, 1);
            assertEquals(exact.floatValueAt(LEARNING_RATE, last), floats[1]);
        }
    }

    @Test
    void aScaleFunctionWithoutAFiniteValueEndsTheEvaluation() {
        BulkEvaluator bulk = BulkEvaluator.of(new Shape(3, 7, new Scaling.Custom(x -> Double.NaN, ScaleMode.CYCLE)));
        var thrown = assertThrows(ArithmeticException.class, () -> bulk.fill(LEARNING_RATE, 20, new double[40]));
        assertEquals("scale_fn(3) is NaN (x counts cycle); scale_fn must return a finite number", thrown.getMessage());
        // In many parts, of which another thread may come upon it.
        BulkEvaluator late = BulkEvaluator.of(
                new Shape(3, 7, new Scaling.Custom(x -> x > 300_000 ? Double.NaN : 1, ScaleMode.CYCLE)));
        thrown = assertThrows(
                ArithmeticException.class,
                () -> late.parallelFill(LEARNING_RATE, 0, new double[4_000_000], 0, 4_000_000));
        assertTrue(thrown.getMessage().startsWith("scale_fn(3"), thrown::getMessage);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 500})
    void aFootNeedsNoValueOfAScaleFunction(int stepSizeDown) {
        int period = 1000;
        BulkEvaluator bulk = BulkEvaluator.of(new Shape(
                period - stepSizeDown,
                stepSizeDown,
                new Scaling.Custom(x -> x <= 2 ? 0.5 : Double.NaN, ScaleMode.CYCLE)));
        double[] out = new double[2 * period + 1];
        bulk.fill(LEARNING_RATE, 0, out);
        assertEquals(LEARNING_RATE.rest(), out[2 * period]);
        bulk.fill(LEARNING_RATE, 1900, out, 0, 101);
        assertEquals(LEARNING_RATE.rest(), out[100]);
        assertThrows(ArithmeticException.class, () -> bulk.fill(LEARNING_RATE, 1900, out, 0, 102));
    }

    @Test
    void zerosArePositive() {
        // A negative scaling of a subnormal amplitude: -0.75 of half the smallest float, and ties beside it.
        BulkEvaluator bulk = BulkEvaluator.of(new Shape(6, 6, new Scaling.Custom(x -> -0.75, ScaleMode.CYCLE)));
        for (Curve curve : new Curve[] {new Curve(0, Float.MIN_VALUE), new Curve(0, Double.MIN_VALUE)}) {
            double[] doubles = new double[1000];
            float[] floats = new float[1000];
            bulk.fill(curve, 0, doubles);
            bulk.fill(curve, 0, floats);
            for (int i = 0; i < 1000; i++) {
                assertTrue(doubles[i] != 0 || 1 / doubles[i] > 0, "-0.0 at " + i);
                assertTrue(floats[i] != 0 || 1 / floats[i] > 0, "-0.0f at " + i);
            }
        }
    }
}
