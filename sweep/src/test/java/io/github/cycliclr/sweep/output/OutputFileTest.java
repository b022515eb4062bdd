package io.github.cycliclr.sweep.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cycliclr.sweep.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void hasItsNameOnlyWhenComplete() throws IOException {
        Path target = folder.resolve("a.npy");
        OutputFile.write(target, 3, out -> {
            out.write(BYTES);
            out.flush();
            assertFalse(Files.exists(target));
        });
        assertArrayEquals(BYTES, Files.readAllBytes(target));
        assertEquals(List.of(target), contents(folder));
    }

    @Test
    void leavesTheOldFileWhenItsContentFails() throws IOException {
        Path target = Files.write(folder.resolve("a.npy"), BYTES);
        FileFailure failure = assertThrows(
                FileFailure.class,
                () -> OutputFile.write(target, 3, out -> {
                    out.write(9);
                    throw new IOException("no more");
                }));
        assertEquals("cannot write " + target + ": no more", failure.getMessage());
        assertArrayEquals(BYTES, Files.readAllBytes(target));
        assertEquals(List.of(target), contents(folder));
    }

    @Test
    void followsLinksToTheirTarget() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("second"));
        Files.createSymbolicLink(folder.resolve("second"), Path.of("elsewhere/a.npy"));
        for (int existing = 0; existing < 2; existing++) {
            OutputFile.write(link, 3, out -> out.write(BYTES));
            assertTrue(Files.isSymbolicLink(link));
            assertArrayEquals(BYTES, Files.readAllBytes(elsewhere.resolve("a.npy")));
            assertEquals(List.of(elsewhere.resolve("a.npy")), contents(elsewhere));
        }
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        assertThrows(FileFailure.class, () -> OutputFile.write(loop, 3, out -> out.write(BYTES)));
    }

    @Test
    void takesNamesAsLongAsTheFileSystemDoes() throws IOException {
        Path target = folder.resolve("a".repeat(251) + ".npy");
        OutputFile.write(target, 3, out -> out.write(BYTES));
        assertEquals(List.of(target), contents(folder));
        FileFailure failure = assertThrows(
                FileFailure.class, () -> OutputFile.write(folder.resolve("a".repeat(256)), 3, out -> out.write(BYTES)));
        assertTrue(failure.getMessage().endsWith(": File name too long"), failure::getMessage);
        assertEquals(List.of(target), contents(folder));
    }

    @Test
    void writesIntoAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        OutputFile.write(pipe, 3, out -> out.write(BYTES));
        assertArrayEquals(BYTES, reader.getInputStream().readAllBytes());
        assertEquals(List.of(pipe), contents(folder));
    }

    /** Of two writers of one name, the first to finish is replaced by the other; neither sees the other's file. */
    @Test
    void doesNotMixTwoWritersOfOneName() throws IOException {
        Path target = folder.resolve("a.npy");
        OutputFile.write(target, 3, outer -> {
            outer.write(new byte[1 << 17]);
            OutputFile.write(target, 3, inner -> inner.write(BYTES));
            assertArrayEquals(BYTES, Files.readAllBytes(target));
        });
        assertArrayEquals(new byte[1 << 17], Files.readAllBytes(target));
        assertEquals(List.of(target), contents(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "INT", "TERM", "KILL"})
    void leavesNothingWhenItsProcessIsKilled(String signal) throws Exception {
        Path target = folder.resolve("a.npy");
        Process writer = JavaCommand.of(List.of(), Endless.class, List.of(target.toString()))
                .start();
        writer.getInputStream().read(); // it is writing
        List<Path> partial = contents(folder);
        assertEquals(1, partial.size());
        OutputFile.write(target, 3, out -> out.write(BYTES));
        assertTrue(contents(folder).containsAll(partial), "a file in use was removed");
        new ProcessBuilder("kill", "-" + signal, Long.toString(writer.pid()))
                .start()
                .waitFor();
        writer.waitFor();
        if (signal.equals("KILL")) {
            assertTrue(contents(folder).containsAll(partial));
            OutputFile.write(folder.resolve("b.npy"), 3, out -> out.write(BYTES));
            assertTrue(contents(folder).containsAll(partial), "it is of another name");
            Files.delete(folder.resolve("b.npy"));
            OutputFile.write(target, 3, out -> out.write(BYTES));
        }
        assertEquals(List.of(target), contents(folder));
    }

    /** Writes a file that is never complete. */
    static final class Endless {
        public static void main(String[] arguments) throws IOException {
            OutputFile.write(Path.of(arguments[0]), 0, out -> {
                out.write(BYTES);
                out.flush();
                System.out.println("writing");
                while (true) {
                    try {
                        Thread.sleep(1000);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            });
        }
    }

    @Test
    void refusesMoreBytesThanTheDiskHas() throws IOException {
        Path target = folder.resolve("a.npy");
        FileFailure failure =
                assertThrows(FileFailure.class, () -> OutputFile.write(target, Long.MAX_VALUE, out -> out.write(1)));
        assertEquals(
                "cannot write " + target + ": it needs 9223372036854775807 bytes and the disk has N left;"
                        + " free some, or choose another disk",
                failure.getMessage().replaceAll("has \\d+ left", "has N left"));
        assertEquals(List.of(), contents(folder));
    }

    @Test
    void leavesNothingOnADiskThatFillsUp() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "no small file system to fill: mounting one needs privileges");
        try {
            Path target = small.resolve("a.npy");
            FileFailure failure = assertThrows(
                    FileFailure.class, () -> OutputFile.write(target, 0, out -> out.write(new byte[1 << 20])));
            assertEquals("cannot write " + target + ": No space left on device", failure.getMessage());
            assertEquals(List.of(), contents(small));
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
