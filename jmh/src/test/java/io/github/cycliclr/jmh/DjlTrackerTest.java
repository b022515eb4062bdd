package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DjlTrackerTest {
    private static final int SIZE = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"triangular/cycle", "triangular2/cycle", "exp_range/cycle", "exp_range/iterations"})
    void passesItsCheckAndOneIterationLaterDoesNot(String schedule) {
        DjlTracker tracker = tracker(schedule, 0);
        double[] doubles = new double[SIZE];
        tracker.fill(doubles);
        assertDoesNotThrow(() -> tracker.check(doubles));
        float[] floats = new float[SIZE];
        tracker.fill(floats);
        assertDoesNotThrow(() -> tracker.check(floats));
        tracker(schedule, 1).fill(doubles);
        assertThrows(IllegalStateException.class, () -> tracker.check(doubles));
        tracker(schedule, 1).fill(floats);
        assertThrows(IllegalStateException.class, () -> tracker.check(floats));
    }

    @Test
    void itsCheckTellsTheModesApart() {
        double[] out = new double[SIZE];
        tracker("triangular2/cycle", 0).fill(out);
        assertThrows(
                IllegalStateException.class, () -> tracker("exp_range/cycle", 0).check(out));
        tracker("exp_range/iterations", 0).fill(out);
        assertThrows(IllegalStateException.class, () -> tracker("triangular/cycle", 0)
                .check(out));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 1_000_000_000})
    void passesItsCheckFarOut(long first) {
        for (String schedule : new String[] {"triangular/cycle", "triangular2/cycle", "exp_range/iterations"}) {
            DjlTracker tracker = tracker(schedule, first);
            double[] out = new double[SIZE];
            tracker.fill(out);
            assertDoesNotThrow(() -> tracker.check(out), schedule);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"triangular2/iterations", "scale_fn/cycle", "scale_fn/iterations"})
    void refusesWhatDjlDoesNotHave(String schedule) {
        String message = assertThrows(IllegalArgumentException.class, () -> tracker(schedule, 0))
                .getMessage();
        assertTrue(message.startsWith("djl has no "), message);
    }

    private static DjlTracker tracker(String schedule, long first) {
        return new DjlTracker(Workload.of(schedule, "2000/2000", 0.9999999, first));
    }
}
