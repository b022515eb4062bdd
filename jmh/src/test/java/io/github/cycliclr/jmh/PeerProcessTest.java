package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeerProcessTest {
    /** More bytes than one buffer of the transfer, and not a multiple of it. */
    private static final int SIZE = 10_000;

    private static final Workload WORKLOAD = Workload.of("triangular/cycle", "7/3", 1, 0);

    private final double[] out = new double[SIZE];

    @ParameterizedTest
    @CsvSource({
        "c, triangular/cycle",
        "c, triangular2/cycle",
        "c, exp_range/cycle",
        "c, exp_range/iterations",
        "memset, triangular/cycle",
        "numpy, triangular/cycle",
        "numpy, triangular2/cycle",
        "numpy, exp_range/cycle",
        "numpy, exp_range/iterations",
        "pytorch, triangular/cycle",
        "pytorch, triangular2/cycle",
        "pytorch, exp_range/cycle",
        "pytorch, exp_range/iterations"
    })
    void passesItsCheckAndFailsItWithOneWrongValue(String name, String schedule) {
        assumePresent(name);
        Workload workload = Workload.of(schedule, "70/30", 0.9999, 2_345);
        Arrays.fill(out, 7);
        try (Filler filler = Filler.of(name, workload, new Output(out))) {
            filler.fill();
            assertEquals(7, out[0], "only fetch copies the values");
            filler.fetch();
            assertDoesNotThrow(filler::check);
            out[SIZE - 1] = 7;
            assertThrows(IllegalStateException.class, filler::check);
        }
    }

    @Test
    void hasNoValuesBeforeTheFirstFill() {
        assumePresent("c");
        try (Filler filler = Filler.of("c", WORKLOAD, new Output(out))) {
            filler.fetch();
            assertTrue(Arrays.stream(out).allMatch(Double::isNaN));
        }
    }

    @Test
    void reportsLastLineOfStandardError() {
        assertEquals("c failed: the cause", failure(() -> process("sh", "-c", "echo noise >&2; echo the cause >&2")));
        assumePresent("c");
        Workload unknown = Workload.of("triangular2/iterations", "7/3", 1, 0);
        assertEquals(
                "c failed: peer.c has no triangular2/iterations",
                failure(() -> Filler.of("c", unknown, new Output(out))));
        assumePresent("pytorch");
        Workload late = Workload.of("triangular2/cycle", "2000/2000", 1, 1_000_000_000);
        try (Filler filler = Filler.of("pytorch", late, new Output(out))) {
            String message = failure(filler::fill);
            assertTrue(message.startsWith("pytorch failed: OverflowError"), message);
        }
    }

    @Test
    void reportsMissingProgram() {
        String message = failure(() -> process("no-such-program"));
        assertTrue(message.startsWith("c does not start: Cannot run program \"no-such-program\""), message);
    }

    private static String failure(Executable action) {
        return assertThrows(IllegalStateException.class, action).getMessage();
    }

    private Filler process(String... program) {
        return new PeerProcess("c", List.of(program), WORKLOAD, new Output(out), () -> {});
    }

    private static void assumePresent(String name) {
        switch (name) {
            case "numpy" ->
                assumeRuns("/usr/bin/python3", "-c", "import importlib.util as u; assert u.find_spec('numpy')");
            case "pytorch" ->
                assumeRuns("/usr/bin/python3", "-c", "import importlib.util as u; assert u.find_spec('torch')");
            default -> assumeRuns("gcc", "--version");
        }
    }

    private static void assumeRuns(String... command) {
        boolean runs;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            runs = process.onExit().join().exitValue() == 0;
        } catch (IOException missing) {
            runs = false;
        }
        assumeTrue(runs, "this machine lacks a peer: " + String.join(" ", command) + " fails");
    }
}
