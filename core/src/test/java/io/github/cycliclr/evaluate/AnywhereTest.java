package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** That their values are right {@link BulkEvaluatorTest} tells; this is about when they have any. */
class AnywhereTest {
    private static final Curve CURVE = new Curve(0.0001, 0.01);
    private static final int FILLS = 20_000;

    static Stream<Scaling> scalings() {
        return Stream.of(
                Scaling.NONE,
                Scaling.of(Mode.TRIANGULAR2, 1, null),
                Scaling.of(Mode.EXP_RANGE, 0.9999999, ScaleMode.CYCLE),
                Scaling.of(Mode.EXP_RANGE, 0.9999999, ScaleMode.ITERATIONS),
                Scaling.of(Mode.EXP_RANGE, 0, ScaleMode.ITERATIONS),
                new Scaling.Custom(x -> 1 / (1 + 1e-3 * x), ScaleMode.CYCLE),
                new Scaling.Custom(x -> 1 / (1 + 1e-3 * x), ScaleMode.ITERATIONS));
    }

    private static Anywhere anywhere(Shape shape, Curve curve) {
        return Anywhere.of(new Tables(shape), curve, false);
    }

    /** All but one in some hundred thousand; else the detour would take longer than it saves. */
    @ParameterizedTest
    @MethodSource("scalings")
    void nearlyAllIsProven(Scaling scaling) {
        Tables tables = new Tables(new Shape(2000, 6000, scaling));
        Anywhere doubles = Anywhere.of(tables, CURVE, false);
        Anywhere floats = Anywhere.of(tables, CURVE, true);
        SplittableRandom random = new SplittableRandom(202618);
        int proven = 0;
        for (int i = 0; i < FILLS; i++) {
            long first = random.nextLong(1L << random.nextInt(1, 41));
            int length = random.nextInt(1, 48);
            proven += doubles.fill(first, new double[50], null, 2, length) ? 1 : 0;
            proven += floats.fill(first, null, new float[50], 2, length) ? 1 : 0;
        }
        assertTrue(proven > 2 * FILLS - 20, "only " + proven + " of " + 2 * FILLS + " are proven");
    }

    @Test
    void withoutScalingThereAreBlocksForWholeRamps() {
        assertInstanceOf(WholeRamps.class, anywhere(new Shape(1, 1, Scaling.NONE), CURVE));
        assertInstanceOf(WholeRamps.class, anywhere(new Shape(5, (1 << 30) - 1, Scaling.NONE), CURVE));
        assertInstanceOf(FewElements.class, anywhere(new Shape(5, 1 << 30, Scaling.NONE), CURVE));
    }

    @Test
    void thereIsNoneWhereNumbersAreVerySmallOrLarge() {
        Scaling scaling = Scaling.of(Mode.TRIANGULAR2, 1, null);
        assertNull(anywhere(new Shape(10, 10, scaling), new Curve(0, 0x1p-201)));
        assertNull(anywhere(new Shape(10, 10, scaling), new Curve(0, 0x1p201)));
        assertNull(anywhere(new Shape(10, 10, scaling), new Curve(0x1p-201, 1)));
        assertNull(anywhere(new Shape(10, 1L << 52, scaling), CURVE));
    }

    /** Of a flat curve a caller's function is not asked for, whatever it counts. */
    @ParameterizedTest
    @EnumSource
    void aFlatCurveNeedsNoScaling(ScaleMode counts) {
        Scaling.Custom scaling = new Scaling.Custom(x -> Double.NaN, counts);
        double[] out = new double[30];
        assertTrue(anywhere(new Shape(10, 10, scaling), new Curve(0.5, 0.5)).fill(5, out, null, 0, 30));
        assertEquals(30, Arrays.stream(out).filter(value -> value == 0.5).count());
    }

    @Test
    void iterationsMayBeOutOfReach() {
        Anywhere anywhere = anywhere(new Shape(10, 10, Scaling.of(Mode.TRIANGULAR2, 1, null)), new Curve(0, 1));
        double[] out = new double[80];
        assertTrue(anywhere.fill(19, out, null, 0, 64));
        assertFalse(anywhere.fill(19, out, null, 0, 65), "so many are for a block");
        assertFalse(anywhere.fill(-1, out, null, 0, 1));
        assertFalse(anywhere.fill(1L << 62, out, null, 0, 1));
        assertFalse(anywhere.fill(4001, out, null, 0, 1), "a scaling of 2^-200, beside which the rest, 0, is not all");
        assertEquals(0.1, out[0]);
        Shape plain = new Shape(10, 10, Scaling.NONE);
        Anywhere ramps = anywhere(plain, CURVE);
        long far = 1L << 61; // 12 iterations into a cycle
        assertTrue(ramps.fill(12, out, null, 0, 12));
        assertTrue(ramps.fill(far - 1, out, null, 0, 1));
        assertEquals(new ExactEvaluator(plain).valueAt(CURVE, far - 1), out[0]);
        assertFalse(ramps.fill(far, out, null, 0, 1));
        assertFalse(ramps.fill(far - 2, out, null, 0, 12));
        assertFalse(ramps.fill(-1, out, null, 0, 1));
    }
}
