package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cycliclr.sweep.JavaCommand;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.SweepDirectory;
import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.run.SweepRun;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumeTest {
    private static final Set<String> FILES =
            Set.of("learning_rate.npy", "momentum.npy", "configs.csv", "manifest.json");
    private static final String JOURNAL = ".sweep.partial";

    /** The second line of a journal, before the first checkpoint. */
    private static final String NOTHING_DONE = "0".repeat(19);

    private static final int ENOUGH_KILLS = 3;

    @TempDir
    Path folder;

    /** The process is killed at a random moment, again and again, until it is done before that. */
    @ParameterizedTest
    @ValueSource(strings = {"config-major", "iteration-major"})
    void isCompletedToTheSameBitsWhenKilledAtAnyMoment(String layout) throws Exception {
        Path specification = specification(700, 60_000);
        Path whole = folder.resolve("whole");
        long begun = System.nanoTime();
        assertEquals(0, start(specification, whole, layout).waitFor());
        long nanos = System.nanoTime() - begun;
        Random random = new Random(11);
        Path output = folder.resolve("killed");
        int kills = 0;
        boolean resumed = false;
        while (true) {
            Process process = start(specification, output, layout, "--resume");
            if (process.waitFor((long) (random.nextDouble() * nanos), TimeUnit.NANOSECONDS)) {
                assertEquals(0, process.exitValue());
                if (kills >= ENOUGH_KILLS) {
                    break;
                }
                // It was faster than the first one, and is to be killed earlier.
                for (String name : FILES) {
                    Files.delete(output.resolve(name));
                }
                nanos /= 2;
                continue;
            }
            process.destroyForcibly().waitFor();
            kills++;
            nanos += nanos / 4; // to be done at last
            if (Files.exists(output.resolve(JOURNAL))) {
                assertFalse(Files.exists(output.resolve("manifest.json")));
                resumed |= isSomethingDone(output);
            }
        }
        assertEquals(FILES, SweepCommandTest.names(output));
        for (String name : FILES) {
            assertEquals(-1, Files.mismatch(whole.resolve(name), output.resolve(name)), name);
        }
        System.out.println("A sweep, " + layout + ", was killed " + kills + " times and finished"
                + (resumed ? ", from its checkpoints" : ""));
    }

    /** What is done before a checkpoint is not done again: a bit that is flipped there stays so. */
    @Test
    void continuesFromTheLastCheckpoint() throws Exception {
        Path specification = specification(700, 200_000);
        Path output = folder.resolve("out");
        Process process = start(specification, output, "config-major");
        awaitFirstCheckpoint(process, output);
        assertTrue(process.isAlive(), "it was done before its first checkpoint");
        process.destroyForcibly().waitFor();
        try (FileChannel rates =
                FileChannel.open(output.resolve(".learning_rate.npy.partial"), StandardOpenOption.WRITE)) {
            rates.write(ByteBuffer.wrap(new byte[] {1}), 128);
        }
        assertEquals(0, start(specification, output, "config-major", "--resume").waitFor());
        Outcome verified = Outcome.of("verify", output.toString(), "--all");
        assertTrue(
                verified.messages().contains("learning_rate.npy: row 0, iteration 0 (byte 128) is "),
                verified::messages);
        assertTrue(verified.messages().endsWith("; 1 value is wrong\n"), verified::messages);
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(specification, output, "--resume"), "it is complete");
    }

    /** The arrays get their names, then the table and the manifest are written, and then the journal goes. */
    @Test
    void isCompletedToTheSameBitsWhenKilledBetweenTheNames() throws IOException {
        Path specification = specification(4, 1000);
        Path whole = whole(specification);
        List<String> arrays = List.of("learning_rate.npy", "momentum.npy");
        for (int named = 0; named <= 4; named++) {
            Path output = folder.resolve("named " + named);
            leaveAllDone(specification, whole, output, arrays, Layout.CONFIG_MAJOR);
            for (String name : arrays.subList(0, Math.min(named, 2))) {
                Files.move(output.resolve("." + name + ".partial"), output.resolve(name));
            }
            for (String name : List.of("configs.csv", "manifest.json").subList(0, Math.max(0, named - 2))) {
                Files.copy(whole.resolve(name), output.resolve(name));
            }
            assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(specification, output, "--resume"));
            assertEquals(FILES, SweepCommandTest.names(output));
            for (String name : FILES) {
                assertEquals(-1, Files.mismatch(whole.resolve(name), output.resolve(name)), name);
            }
        }
    }

    /** A link that has the name of a partial file does not have its target overwritten. */
    @Test
    void followsNoLinkOfAPartialName() throws IOException {
        Path specification = specification(4, 1000);
        Path whole = whole(specification);
        Path precious = Files.writeString(folder.resolve("precious"), "as it was");
        Path output = Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(output.resolve(".learning_rate.npy.partial"), precious);
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(specification, output));
        assertEquals(FILES, SweepCommandTest.names(output));
        Path resumed = folder.resolve("resumed");
        leaveAllDone(specification, whole, resumed, List.of("learning_rate.npy", "momentum.npy"), Layout.CONFIG_MAJOR);
        Files.delete(resumed.resolve(".momentum.npy.partial"));
        Files.createSymbolicLink(resumed.resolve(".momentum.npy.partial"), precious);
        assertLost(specification, resumed, "has been removed");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.createSymbolicLink(locked.resolve(JOURNAL), precious);
        assertEquals(1, Outcome.ofSweep(specification, locked, "--resume").status());
        assertEquals("as it was", Files.readString(precious));
    }

    /** More bytes than the array has, as a crash may leave them, are cut off. */
    @Test
    void cutsOffWhatIsBehindTheArray() throws IOException {
        Path specification = specification(4, 1000);
        Path whole = whole(specification);
        Path output = folder.resolve("out");
        leaveAllDone(specification, whole, output, List.of("learning_rate.npy", "momentum.npy"), Layout.CONFIG_MAJOR);
        Files.write(output.resolve(".momentum.npy.partial"), new byte[99], StandardOpenOption.APPEND);
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(specification, output, "--resume"));
        for (String name : FILES) {
            assertEquals(-1, Files.mismatch(whole.resolve(name), output.resolve(name)), name);
        }
    }

    /** Whatever was in it would be zeros. */
    @Test
    void refusesToResumeWithoutAFile() throws IOException {
        Path specification = specification(4, 1000);
        Path whole = whole(specification);
        Path output = folder.resolve("out");
        leaveAllDone(specification, whole, output, List.of("learning_rate.npy", "momentum.npy"), Layout.CONFIG_MAJOR);
        Files.delete(output.resolve(".momentum.npy.partial"));
        assertLost(specification, output, "has been removed");
        Files.delete(whole.resolve("momentum.npy"));
        assertEquals(
                "cycliclr: cannot resume " + whole
                        + ": it has a manifest, but no momentum.npy; remove the directory, and start" + " again\n",
                Outcome.ofSweep(specification, whole, "--resume").messages());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 128, 16_127})
    void refusesToResumeAShortFile(long size) throws IOException {
        Path specification = specification(4, 1000);
        Path whole = whole(specification);
        Path output = folder.resolve("out");
        leaveAllDone(specification, whole, output, List.of("learning_rate.npy", "momentum.npy"), Layout.CONFIG_MAJOR);
        try (FileChannel momentum =
                FileChannel.open(output.resolve(".momentum.npy.partial"), StandardOpenOption.WRITE)) {
            assertEquals(16_128, momentum.size());
            momentum.truncate(size);
        }
        assertLost(specification, output, "has been cut off");
    }

    private static void assertLost(Path specification, Path output, String why) {
        Outcome refused = new Outcome(
                1,
                "",
                "cycliclr: cannot resume " + output.resolve("momentum.npy") + ": .momentum.npy.partial " + why
                        + ", and what was done is lost; remove the directory, and start again\n");
        assertEquals(refused, Outcome.ofSweep(specification, output, "--resume"));
        assertEquals(refused, Outcome.ofSweep(specification, output, "--resume"), "nor the second time");
    }

    /** A band of an iteration-major sweep leaves gaps in the file, so that no part from the beginning on is whole. */
    @Test
    void refusesToResumeAFileThatEndsInABand() throws IOException {
        Path specification = specification(5000, 10);
        Path whole = folder.resolve("whole");
        List<String> names = List.of("learning_rate.npy", "momentum.npy");
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(specification, whole, "--layout", "iteration-major"));
        long end = 128 + 4 * (9 * 5000 + 2500); // of the first of two bands
        for (long size : List.of(end - 1, end)) {
            Path output = folder.resolve("cut off at " + size);
            leaveAllDone(specification, whole, output, names, Layout.ITERATION_MAJOR);
            try (FileChannel rates =
                    FileChannel.open(output.resolve(".learning_rate.npy.partial"), StandardOpenOption.WRITE)) {
                rates.truncate(size);
            }
            Outcome outcome = Outcome.ofSweep(specification, output, "--layout", "iteration-major", "--resume");
            if (size < end) {
                assertEquals(1, outcome.status());
                assertTrue(outcome.messages().contains("has been cut off"), outcome::messages);
            } else {
                assertEquals(new Outcome(0, "", ""), outcome);
                for (String name : FILES) {
                    assertEquals(-1, Files.mismatch(whole.resolve(name), output.resolve(name)), name);
                }
            }
        }
    }

    /** A folder in which some files have all their bytes, but not yet their names, and one tile is said to be done. */
    private static void leaveAllDone(Path specification, Path whole, Path output, List<String> names, Layout layout)
            throws IOException {
        Configurations configurations = new Configurations(SpecificationReader.read(specification, specification), 0);
        Sweep sweep = Sweep.of(configurations, DType.FLOAT32, layout);
        String request = new SweepRun(sweep, 1, values -> {}).request();
        try (SweepDirectory directory = SweepDirectory.open(output, names, 0, request, false)) {
            for (String name : names) {
                directory.array(name, 0, 0).write(ByteBuffer.wrap(Files.readAllBytes(whole.resolve(name))), 0);
            }
            directory.setDone(1);
        }
    }

    @Test
    void refusesToResumeAnotherSpecification() throws IOException {
        Path output = folder.resolve("out");
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(specification(4, 10), output));
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "cycliclr: cannot resume " + output + ": it holds the whole of another sweep, which differs in"
                                + " iterations, specification; name another directory, or remove that sweep first\n"),
                Outcome.ofSweep(specification(4, 11), output, "--resume"));
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "cycliclr: cannot resume " + output + ": it holds the whole of another sweep, which differs in"
                                + " dtype, layout; name another directory, or remove that sweep first\n"),
                Outcome.ofSweep(
                        specification(4, 10), output, "--resume", "--dtype", "float64", "--layout", "iteration-major"));
    }

    @Test
    void refusesASecondProcess() throws Exception {
        Path specification = specification(700, 200_000);
        Path output = folder.resolve("out");
        Process first = start(specification, output, "config-major");
        try {
            awaitFirstCheckpoint(first, output);
            Outcome second = Outcome.ofSweep(specification, output, "--resume");
            assumeTrue(first.isAlive(), "the first process was done too soon");
            assertEquals(
                    new Outcome(
                            1,
                            "",
                            "cycliclr: cannot write " + output
                                    + ": another process is writing it; wait until it ends\n"),
                    second);
            assertEquals(second, Outcome.ofSweep(specification, output));
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "cycliclr: cannot write " + output + ": it holds part of a sweep; complete it with --resume,"
                                + " or remove it first\n"),
                Outcome.ofSweep(specification, output));
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "cycliclr: cannot verify " + output
                                + ": it holds part of a sweep; finish it with sweep --resume\n"),
                Outcome.of("verify", output.toString()));
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "cycliclr: cannot resume " + output + ": it was begun with another specification, seed, dtype,"
                                + " layout or version; name another directory, or remove that sweep first\n"),
                Outcome.ofSweep(specification, output, "--resume", "--seed", "9"));
        assertEquals(0, start(specification, output, "config-major", "--resume").waitFor());
        assertEquals(FILES, SweepCommandTest.names(output));
    }

    /** Nothing has its final name then, and when there is space again it goes on. */
    @Test
    void keepsWhatIsDoneWhenTheDiskFillsUp() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        run("mount", "-t", "tmpfs", "-o", "size=350m", "tmpfs", small.toString());
        try {
            Path specification = specification(700, 60_000); // 336 MB
            Path output = small.resolve("out");
            Process process = start(specification, output, "config-major");
            awaitFirstCheckpoint(process, output);
            Path filler = small.resolve("filler"); // there was enough space at first
            try (FileChannel space = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                for (int i = 0; i < 340; i++) {
                    space.write(ByteBuffer.allocate(1 << 20));
                }
            } catch (IOException full) {
                // as is meant
            }
            assertEquals(1, process.waitFor());
            String complaint = Files.readString(folder.resolve("log.txt"));
            assertTrue(complaint.contains(": No space left on device; once"), complaint);
            assertTrue(complaint.contains("--resume continues the sweep"), complaint);
            assertTrue(
                    Collections.disjoint(SweepCommandTest.names(output), FILES),
                    () -> "half-written under final names");
            Files.delete(filler);
            assertEquals(
                    0, start(specification, output, "config-major", "--resume").waitFor());
            assertEquals(0, Outcome.of("verify", output.toString(), "--all").status());
        } finally {
            run("umount", small.toString());
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assumeTrue(process.waitFor() == 0, command[0] + " needs privileges");
    }

    /** The folder of a complete sweep. */
    private Path whole(Path specification) {
        Path whole = folder.resolve("whole");
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(specification, whole));
        return whole;
    }

    /** The program in a process of its own. */
    private Process start(Path specification, Path output, String layout, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("sweep", specification.toString(), "-o", output.toString(), "--layout", layout));
        arguments.addAll(List.of(more));
        return JavaCommand.of(List.of(), Main.class, arguments)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }

    /** Returns when something is done that is not to be done again, or the process has ended. */
    private static void awaitFirstCheckpoint(Process process, Path output) throws Exception {
        Path journal = output.resolve(JOURNAL);
        while (process.isAlive() && !(Files.exists(journal) && isSomethingDone(output))) {
            Thread.sleep(1);
        }
    }

    private static boolean isSomethingDone(Path output) throws IOException {
        String journal = Files.readString(output.resolve(JOURNAL));
        return journal.length() == 85 && !journal.contains(NOTHING_DONE);
    }

    private Path specification(int configurations, int iterations) throws IOException {
        return Files.writeString(
                folder.resolve("spec.yaml"),
                "method: sobol\nrun_cap: " + configurations + "\niterations: " + iterations + """

                parameters:
                  base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}
                  max_lr_factor: {value: 4}
                  step_size_up: {values: [1, 50, 700]}
                  mode: {values: [triangular, triangular2, exp_range]}
                  gamma: {value: 0.999}
                """);
    }
}
