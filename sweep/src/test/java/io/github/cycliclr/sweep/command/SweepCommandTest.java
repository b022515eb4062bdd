package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.ParameterGroup;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {
    private static final int HEADER = 128;
    private static final String PARAMETERS = """
            parameters:
              base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}
              max_lr_factor: {distribution: uniform, min: 3, max: 10}
              step_size_up: {values: [1, 50, 700]}
              mode: {values: [triangular, triangular2, exp_range]}
              gamma: {value: 0.999}
              cycle_momentum: {values: [true, false]}
            """;

    @TempDir
    private Path folder;

    private Path specification(int configurations, int iterations) throws IOException {
        return Files.writeString(
                folder.resolve("spec.yaml"),
                "method: sobol\nrun_cap: " + configurations + "\niterations: " + iterations + "\n" + PARAMETERS);
    }

    /** Shapes on either side of a block's and a band's size, tall and wide. */
    @ParameterizedTest
    @CsvSource({
        "7,   1000, config-major,    float32",
        "7,   1000, config-major,    float64",
        "7,   1000, iteration-major, float32",
        "7,   1000, iteration-major, float64",
        "1,      1, config-major,    float64",
        "1,      1, iteration-major, float64",
        "3, 131072, config-major,    float32",
        "3, 131073, config-major,    float32",
        "2, 131071, iteration-major, float64",
        "2, 300000, iteration-major, float32",
        "1025,   3, config-major,    float64",
        "1025,   3, iteration-major, float64",
        "2500, 200, config-major,    float32",
        "2500, 200, iteration-major, float32"
    })
    void everyElementIsTheValueOfItsConfigurationAndIteration(int rows, int iterations, String layout, String dtype)
            throws IOException {
        Path spec = specification(rows, iterations);
        Path output = folder.resolve("out");
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(spec, output, "--layout", layout, "--dtype", dtype));
        boolean floats = dtype.equals("float32");
        ByteBuffer rates = array(output.resolve("learning_rate.npy"));
        Path momentumFile = output.resolve("momentum.npy");
        ByteBuffer momenta = Files.exists(momentumFile) ? array(momentumFile) : null;
        assertEquals(HEADER + (floats ? 4L : 8L) * rows * iterations, rates.limit());
        Configurations configurations = new Configurations(SpecificationReader.read(spec, spec), 0);
        boolean anyMomentum = IntStream.range(0, rows)
                .anyMatch(row -> configurations.schedule(row).momentum().isPresent());
        assertEquals(anyMomentum, momenta != null);
        for (int row = 0; row < rows; row++) {
            Schedule schedule = configurations.schedule(row);
            BulkEvaluator evaluator = BulkEvaluator.of(schedule.shape());
            for (int n = 0; n < iterations; n += 1 + iterations / 40) {
                int element = layout.equals("config-major") ? row * iterations + n : n * rows + row;
                int iteration = n;
                if (floats) {
                    assertEquals(
                            evaluator.floatValueAt(schedule.learningRate(), n), rates.getFloat(HEADER + 4 * element));
                } else {
                    assertEquals(evaluator.valueAt(schedule.learningRate(), n), rates.getDouble(HEADER + 8 * element));
                }
                if (momenta != null) {
                    double expected = schedule.momentum()
                            .map(curve -> floats
                                    ? evaluator.floatValueAt(curve, iteration)
                                    : evaluator.valueAt(curve, iteration))
                            .orElse(Double.NaN);
                    double found =
                            floats ? momenta.getFloat(HEADER + 4 * element) : momenta.getDouble(HEADER + 8 * element);
                    assertEquals(expected, found);
                }
            }
        }
    }

    private static ByteBuffer array(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void bytesDoNotDependOnThreads() throws IOException {
        Path spec = specification(40, 20_000);
        for (String layout : List.of("config-major", "iteration-major")) {
            Path one = folder.resolve(layout + 1);
            Path four = folder.resolve(layout + 4);
            assertEquals(
                    0,
                    Outcome.ofSweep(spec, one, "--threads", "1", "--layout", layout)
                            .status());
            assertEquals(
                    0,
                    Outcome.ofSweep(spec, four, "--threads", "4", "--layout", layout)
                            .status());
            for (String name : names(one)) {
                assertArrayEquals(Files.readAllBytes(one.resolve(name)), Files.readAllBytes(four.resolve(name)), name);
            }
        }
    }

    @Test
    void writesOnlyTheDocumentedFiles() throws IOException {
        Path output = folder.resolve("made/on the way");
        assertEquals(0, Outcome.ofSweep(specification(4, 10), output).status());
        assertEquals(Set.of("learning_rate.npy", "momentum.npy", "configs.csv", "manifest.json"), names(output));
        List<String> table = Files.readAllLines(output.resolve("configs.csv"));
        assertEquals(
                "row,base_lr,max_lr,step_size_up,step_size_down,mode,gamma,scale_mode,cycle_momentum,base_momentum,"
                        + "max_momentum",
                table.get(0));
        Path spec = folder.resolve("spec.yaml");
        Configurations configurations = new Configurations(SpecificationReader.read(spec, spec), 0);
        for (int row = 0; row < 4; row++) {
            String[] cells = table.get(1 + row).split(",", -1);
            Schedule schedule = configurations.schedule(row);
            assertEquals(11, cells.length);
            assertEquals(row, Integer.parseInt(cells[0]));
            assertEquals(schedule.learningRate().rest(), Double.parseDouble(cells[1]));
            assertEquals(schedule.learningRate().peak(), Double.parseDouble(cells[2]));
            assertEquals(schedule.shape().stepSizeUp(), Long.parseLong(cells[3]));
            assertEquals(schedule.momentum().isPresent(), Boolean.parseBoolean(cells[8]));
            assertEquals(schedule.momentum().isPresent() ? "0.8" : "", cells[9]);
        }
        String manifest = Files.readString(output.resolve("manifest.json"));
        assertTrue(manifest.contains("\"shape\": [4, 10]"), manifest);
        assertTrue(manifest.contains("\"seed\": 0,"), manifest);
    }

    @Test
    void parameterGroupHasItsOwnArrays() throws IOException {
        Path spec = specification(3, 1000);
        Files.writeString(
                spec,
                Files.readString(spec).replace("{values: [true, false]}", "{value: true}")
                        + "parameter_groups: {head: {base_lr_factor: {value: 8}, max_momentum: {min: 0.9, max: 1.0}}}\n");
        Path output = folder.resolve("out");
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(spec, output, "--dtype", "float64"));
        assertEquals(
                Set.of(
                        "learning_rate.npy",
                        "momentum.npy",
                        "learning_rate.head.npy",
                        "momentum.head.npy",
                        "configs.csv",
                        "manifest.json"),
                names(output));
        List<String> table = Files.readAllLines(output.resolve("configs.csv"));
        assertTrue(
                table.get(0).endsWith(",max_momentum,head.base_lr,head.max_lr,head.base_momentum,head.max_momentum"),
                table.get(0));
        ByteBuffer rates = array(output.resolve("learning_rate.head.npy"));
        ByteBuffer momenta = array(output.resolve("momentum.head.npy"));
        Configurations configurations = new Configurations(SpecificationReader.read(spec, spec), 0);
        for (int row = 0; row < 3; row++) {
            Schedule schedule = configurations.schedule(row);
            ParameterGroup head = schedule.parameterGroups().get(1);
            assertEquals(8 * schedule.learningRate().rest(), head.learningRate().rest());
            String[] cells = table.get(1 + row).split(",", -1);
            assertEquals(15, cells.length);
            assertEquals(head.learningRate().rest(), Double.parseDouble(cells[11]));
            assertEquals(head.momentum().orElseThrow().rest(), Double.parseDouble(cells[14]));
            BulkEvaluator evaluator = BulkEvaluator.of(schedule.shape());
            for (int n = 0; n < 1000; n++) {
                int at = HEADER + 8 * (1000 * row + n);
                assertEquals(evaluator.valueAt(head.learningRate(), n), rates.getDouble(at));
                assertEquals(evaluator.valueAt(head.momentum().orElseThrow(), n), momenta.getDouble(at));
            }
        }
        assertEquals(
                new Outcome(
                        0,
                        output + ": 3 configurations of 1,000 iterations, float64: all 12,000 values are right,"
                                + " 1,200 values by arbitrary precision\n",
                        ""),
                Outcome.of("verify", output.toString(), "--all"));
        Files.delete(output.resolve("manifest.json"));
        Files.delete(output.resolve("learning_rate.npy"));
        Files.delete(output.resolve("momentum.npy"));
        assertEquals(
                "cycliclr: cannot write " + output
                        + ": it already holds learning_rate.head.npy; name another directory,"
                        + " or remove that sweep first\n",
                Outcome.ofSweep(spec, output).messages());
    }

    @Test
    void noMomentumFileWhereMomentumNeverCycles() throws IOException {
        Path spec = specification(4, 10);
        Files.writeString(spec, Files.readString(spec).replace("{values: [true, false]}", "{value: false}"));
        Path output = folder.resolve("out");
        assertEquals(0, Outcome.ofSweep(spec, output).status());
        assertEquals(Set.of("learning_rate.npy", "configs.csv", "manifest.json"), names(output));
    }

    @Test
    void seedOptionTakesPrecedence() throws IOException {
        Path spec = specification(4, 10);
        assertEquals(
                0, Outcome.ofSweep(spec, folder.resolve("a"), "--seed", "7").status());
        Files.writeString(spec, Files.readString(spec) + "seed: 7\n");
        assertEquals(0, Outcome.ofSweep(spec, folder.resolve("b")).status());
        assertEquals(
                0, Outcome.ofSweep(spec, folder.resolve("c"), "--seed", "0").status());
        byte[] seven = Files.readAllBytes(folder.resolve("a/learning_rate.npy"));
        assertArrayEquals(seven, Files.readAllBytes(folder.resolve("b/learning_rate.npy")));
        assertFalse(Arrays.equals(seven, Files.readAllBytes(folder.resolve("c/learning_rate.npy"))));
    }

    @Test
    void refusesDirectoryThatHoldsASweep() throws IOException {
        Path output = folder.resolve("out");
        assertEquals(0, Outcome.ofSweep(specification(4, 10), output).status());
        byte[] before = Files.readAllBytes(output.resolve("learning_rate.npy"));
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "cycliclr: cannot write " + output
                                + ": it already holds learning_rate.npy; name another directory,"
                                + " or remove that sweep first\n"),
                Outcome.ofSweep(specification(5, 10), output));
        assertArrayEquals(before, Files.readAllBytes(output.resolve("learning_rate.npy")));
    }

    @Test
    void tooLittleSpaceGivesOneLineAndNoFiles() throws IOException {
        Path output = folder.resolve("out");
        Path spec = specification(2, 1);
        Files.writeString(spec, Files.readString(spec).replace("iterations: 1", "iterations: 200000000000000000"));
        Outcome outcome = Outcome.ofSweep(spec, output);
        assertEquals(1, outcome.status());
        assertTrue(
                outcome.messages()
                        .matches("cycliclr: cannot write \\S+: it needs 1600000000000000128 bytes and the disk has \\d+"
                                + " left; free some, or choose another disk\n"),
                outcome.messages());
        assertFalse(Files.exists(output));
    }

    @Test
    void invalidSpecificationGivesOneLineAndStatusTwo() throws IOException {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), "method: grid\nloops: 3\n");
        assertEquals(
                new Outcome(
                        2,
                        "",
                        spec
                                + ":2:1: loops: unknown key; known here are method, run_cap, seed, iterations, epochs,"
                                + " iterations_per_epoch, parameters, parameter_groups\n"),
                Outcome.ofSweep(spec, folder.resolve("out")));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spec.yaml                         | -o is missing; name the directory to write
            spec.yaml -o x --threads 0        | --threads is 0; it must be from 1 to 1024
            spec.yaml -o x --threads 100000   | --threads is 100000; it must be from 1 to 1024
            spec.yaml -o=                     | -o is empty; name a file or directory
            ''                                | SPEC.yaml is missing; name the specification of a sweep
            """)
    void wrongOptionsGiveOneLineAndStatusTwo(String options, String message) {
        assertEquals(
                new Outcome(2, "", "cycliclr: " + message + "; try 'cycliclr sweep --help'\n"),
                Outcome.of(("sweep " + options).trim().split(" ")));
    }

    @Test
    void unreadableSpecificationGivesOneLine() throws IOException {
        Path deep = Files.writeString(folder.resolve("deep.yaml"), "a: " + "[".repeat(20_000));
        assertEquals(
                new Outcome(2, "", deep + ":1:1: is nested too deeply; a specification has three levels\n"),
                Outcome.ofSweep(deep, folder.resolve("out")));
        Path missing = folder.resolve("none.yaml");
        assertEquals(
                new Outcome(1, "", "cycliclr: cannot read " + missing + ": no such file or directory\n"),
                Outcome.ofSweep(missing, folder.resolve("out")));
    }

    @Test
    void warnsOnceOfGammaAboveOne() throws IOException {
        Path spec = specification(4, 10);
        Files.writeString(
                spec, Files.readString(spec).replace("0.999}", "1.5}").replace("triangular, triangular2, ", ""));
        assertEquals(
                "cycliclr: warning: gamma is above 1 in 4 configurations: their amplitude grows without bound and leaves"
                        + " max_lr\n",
                Outcome.ofSweep(spec, folder.resolve("out")).messages());
    }

    @Test
    void dryRunPrintsWhatWouldBeWrittenAndWritesNothing() throws IOException {
        Path output = folder.resolve("out");
        Outcome outcome = Outcome.ofSweep(specification(9, 1000), output, "--dry-run", "--layout", "iteration-major");
        assertEquals(0, outcome.status());
        assertEquals("", outcome.messages());
        List<String> lines = outcome.out().lines().toList();
        assertEquals("learning_rate.npy: shape (1000, 9), float32, 36128 bytes", lines.get(0));
        assertEquals("momentum.npy: shape (1000, 9), float32, 36128 bytes", lines.get(1));
        assertTrue(
                lines.get(2)
                        .matches(
                                "estimated time: \\d+\\.\\d s to compute on \\d+ threads?, and that of writing 72,256 bytes"),
                lines.get(2));
        assertEquals("configs.csv: 9 rows, the first 5:", lines.get(3));
        assertEquals(4 + 1 + 5, lines.size());
        assertFalse(Files.exists(output));
    }

    /** The files of a folder. */
    static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
