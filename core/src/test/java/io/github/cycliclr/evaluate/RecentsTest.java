package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.schedule.Curve;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentsTest {
    /** Of one place, all of them. */
    private static final List<Curve> CURVES = IntStream.range(1, 1000)
            .mapToObj(i -> Curve.learningRate(0.001 * i, 0.01 * i))
            .filter(curve -> Recents.place(curve) == 2)
            .limit(5)
            .toList();

    private final Recent[] recents = Recents.none();

    /** A block for iterations from 0 on whose values are all the same. */
    private void keep(int curve, long end, double value) {
        Recents.keep(recents, new Recent(CURVES.get(curve), 0, end, 0, null, null, 0, value));
    }

    private boolean fills(int curve, long end) {
        return Recents.fill(recents, CURVES.get(curve), end - 1, new double[1], 0, 1)
                && Recents.fill(recents, CURVES.get(curve), end - 1, new float[1], 0, 1);
    }

    @Test
    void curvesOfOnePlaceAreKeptSideBySide() {
        for (int i = 0; i < 4; i++) {
            assertFalse(fills(i, 10));
            keep(i, 10, i);
        }
        for (int i = 0; i < 4; i++) {
            double[] out = {-1, -1, -1};
            assertTrue(Recents.fill(recents, CURVES.get(i), 4, out, 1, 2));
            assertEquals(List.of(-1.0, (double) i, (double) i), List.of(out[0], out[1], out[2]));
        }
    }

    @Test
    void aCurvesNextBlockTakesThePlaceOfItsLast() {
        for (int i = 0; i < 4; i++) {
            keep(i, 10, i);
        }
        for (int i = 3; i >= 0; i--) {
            keep(i, 20, i);
        }
        for (int i = 0; i < 4; i++) {
            assertTrue(fills(i, 20));
        }
    }

    @Test
    void whereThereIsNoRoomOneCurveGoes() {
        for (int i = 0; i < 5; i++) {
            keep(i, 10, i);
        }
        assertTrue(fills(4, 10));
        assertEquals(4, IntStream.range(0, 5).filter(i -> fills(i, 10)).count());
    }
}
