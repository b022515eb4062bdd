package io.github.cycliclr.sweep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String path = Stream.of("jdk.module.path", "java.class.path", "jdk.module.patch")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        path,
                        LargeSweep.class.getName(),
                        specification.toString(),
                        layout,
                        folder.resolve("target").toString())
                .redirectError(folder.resolve("log.txt").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), () -> folder.resolve("log.txt").toString());
        assertEquals(2 * 4 * configurations * iterations + "\n", out);
    }
}
