package io.github.cycliclr.sweep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cycliclr.sweep.JavaCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeSweepTest {
    @TempDir
    private Path folder;

    /** With a heap of 512 MB: 64 GB of long rows, and 14 GB of so many that the tables of their evaluators take half of it. */
    @ParameterizedTest
    @CsvSource({"CONFIG_MAJOR, 1000, 8000000", "ITERATION_MAJOR, 9000, 200000"})
    void aSweepBeyondMemoryNeedsNoMoreOfIt(String layout, long configurations, long iterations) throws Exception {
        Path specification = Files.writeString(
                folder.resolve("spec.yaml"), "method: random\nrun_cap: " + configurations + """

                iterations: %d
                parameters:
                  base_lr: {value: 0.001}
                  max_lr_factor: {min: 3, max: 10}
                  step_size_up: {min: 500, max: 1000}
                """.formatted(iterations));
        Path log = folder.resolve("log.txt");
        Process process = JavaCommand.of(
                        List.of("-Xmx512m", "--add-modules", "jdk.incubator.vector"),
                        LargeSweep.class,
                        List.of(
                                specification.toString(),
                                layout,
                                folder.resolve("target").toString()))
                .redirectError(log.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), Files.readString(log));
        assertEquals(2 * 4 * configurations * iterations + "\n", out);
    }
}
