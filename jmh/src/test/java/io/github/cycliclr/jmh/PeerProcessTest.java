package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cycliclr.kernel.KernelChoice;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeerProcessTest {
    /** More than a chunk of the values' transfer, and not a multiple of it. */
    private static final int SIZE = 10_000;

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
    void computesWhatItsCheckWants(String name, String schedule) {
        assumePresent(name);
        Workload workload = Workload.of(schedule, "70/30", 0.9999, 2_345);
        double[] out = new double[SIZE];
        Arrays.fill(out, 7);
        try (Filler filler = Filler.of(name, workload, SIZE, KernelChoice::best)) {
            filler.fill(out);
            assertEquals(7, out[0], "values come when they are fetched");
            filler.fetch(out);
            assertDoesNotThrow(() -> filler.check(out));
            out[SIZE - 1] = 7;
            assertThrows(IllegalStateException.class, () -> filler.check(out));
        }
    }

    @Test
    void hasNoValuesBeforeTheFirstFill() {
        assumePresent("c");
        double[] out = new double[SIZE];
        try (Filler filler = Filler.of("c", Workload.of("triangular/cycle", "7/3", 1, 0), SIZE, KernelChoice::best)) {
            filler.fetch(out);
            assertTrue(Arrays.stream(out).allMatch(Double::isNaN));
        }
    }

    @Test
    void saysInOneLineWhyItsProgramFailed() {
        assertFails("c failed: what matters", "sh", "-c", "echo noise >&2; echo what matters >&2");
        Workload late = Workload.of("triangular2/cycle", "2000/2000", 1, 1_000_000_000);
        assumePresent("pytorch");
        try (Filler filler = Filler.of("pytorch", late, SIZE, KernelChoice::best)) {
            String message = assertThrows(IllegalStateException.class, () -> filler.fill(new double[SIZE]))
                    .getMessage();
            assertTrue(message.startsWith("pytorch failed: OverflowError"), message);
        }
    }

    @Test
    void saysInOneLineThatThereIsNoProgram() {
        String message = assertThrows(IllegalStateException.class, () -> process("no-such-program"))
                .getMessage();
        assertTrue(message.startsWith("c does not start: Cannot run program \"no-such-program\""), message);
    }

    private static void assertFails(String expected, String... program) {
        try (Filler filler = process(program)) {
            String message = assertThrows(IllegalStateException.class, () -> filler.fill(new double[SIZE]))
                    .getMessage();
            assertEquals(expected, message);
        }
    }

    private static Filler process(String... program) {
        return new PeerProcess("c", List.of(program), Workload.of("triangular/cycle", "7/3", 1, 0), SIZE, out -> {});
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
        assumeTrue(runs, "a peer is not here to be tested: " + String.join(" ", command) + " fails");
    }
}
