package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DjlTrackerTest {
    private static final int SIZE = 20_000;

    private final Output doubles = new Output(new double[SIZE]);
    private final Output floats = new Output(new float[SIZE]);

    @ParameterizedTest
    @ValueSource(strings = {"triangular/cycle", "triangular2/cycle", "exp_range/cycle", "exp_range/iterations"})
    void passesItsCheckButNotShiftedByOneIteration(String schedule) {
        for (Output output : new Output[] {doubles, floats}) {
            Filler filler = filler(schedule, 0, output);
            assertDoesNotThrow(filler::fillAndCheck);
            filler(schedule, 1, output).fill();
            assertThrows(IllegalStateException.class, filler::check);
        }
    }

    @ParameterizedTest
    @CsvSource({"triangular2/cycle, exp_range/cycle", "exp_range/iterations, triangular/cycle"})
    void checkDistinguishesModes(String filled, String checked) {
        filler(filled, 0, doubles).fill();
        assertThrows(
                IllegalStateException.class, () -> filler(checked, 0, doubles).check());
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 1_000_000_000})
    void passesItsCheckAtLargeIterations(long first) {
        for (String schedule : new String[] {"triangular/cycle", "triangular2/cycle", "exp_range/iterations"}) {
            assertDoesNotThrow(() -> filler(schedule, first, doubles).fillAndCheck(), schedule);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"triangular2/iterations", "scale_fn/cycle", "scale_fn/iterations"})
    void refusesSchedulesThatDjlDoesNotHave(String schedule) {
        String message = assertThrows(IllegalArgumentException.class, () -> filler(schedule, 0, doubles))
                .getMessage();
        assertTrue(message.startsWith("djl has no "), message);
    }

    private static Filler filler(String schedule, long first, Output output) {
        return DjlTracker.filler(Workload.of(schedule, "2000/2000", 0.9999999, first), output);
    }
}
