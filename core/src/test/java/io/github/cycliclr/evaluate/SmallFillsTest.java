package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import org.junit.jupiter.api.Test;

/** When a block is set up: what for is seen by the values of all small fills, that it is not in vain by nothing but time. */
class SmallFillsTest {
    private static final Curve CURVE = new Curve(0.001, 0.006);
    private static final Scaling HALVING = Scaling.of(Mode.TRIANGULAR2, 1, null);

    private static SmallFills fills(Scaling scaling, Curve curve) {
        return new SmallFills(new Tables(new Shape(3000, 3000, scaling)), curve, false);
    }

    @Test
    void theEighthThatRepeatsTheOthersWantsOneAndThenNoneForLong() {
        SmallFills fills = fills(HALVING, CURVE);
        for (int i = 1; i <= 200; i++) {
            long expected = i == 8 || i == 8 + 72 || i == 8 + 144 ? 2992 : SmallFills.NONE;
            assertEquals(expected, fills.blockWanted(2992, 16), "fill " + i);
        }
    }

    @Test
    void theEighthThatGoesOnWantsOneBehindIt() {
        SmallFills fills = fills(HALVING, CURVE);
        for (int i = 0; i < 7; i++) {
            assertEquals(SmallFills.NONE, fills.blockWanted(100 + 16L * i, 16));
        }
        assertEquals(228, fills.blockWanted(212, 16));
    }

    @Test
    void oneOutOfTheBlueEndsARow() {
        SmallFills fills = fills(HALVING, CURVE);
        for (int i = 0; i < 50; i++) {
            for (int j = 0; j < 7; j++) {
                assertEquals(SmallFills.NONE, fills.blockWanted(1000 * i + j, 1));
            }
        }
    }

    @Test
    void whereABlockEndsTheNextOneIsWantedAtOnce() {
        SmallFills fills = fills(HALVING, CURVE);
        fills.keep(new Recent(0, 100, 0, null, null, 0, 0.5));
        assertEquals(104, fills.blockWanted(96, 8));
        fills.keep(null); // where kernels cannot do it
        assertEquals(108, fills.blockWanted(100, 8));
        assertEquals(SmallFills.NONE, fills.blockWanted(101, 8), "behind the end and not in a row");
    }

    @Test
    void someHaveNone() {
        SmallFills flat = fills(HALVING, new Curve(0.5, 0.5));
        SmallFills custom = fills(new Scaling.Custom(x -> 1.0 / x, ScaleMode.CYCLE), CURVE);
        SmallFills last = fills(HALVING, CURVE);
        for (int i = 0; i < 20; i++) {
            assertEquals(SmallFills.NONE, flat.blockWanted(5, 1));
            assertEquals(SmallFills.NONE, custom.blockWanted(5, 1));
            assertEquals(SmallFills.NONE, last.blockWanted(Shape.LAST_ITERATION, 1));
        }
    }
}
