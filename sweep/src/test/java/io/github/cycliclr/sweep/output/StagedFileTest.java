package io.github.cycliclr.sweep.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void hasItsFinalNameOnlyWhenCommitted() throws IOException {
        Path target = folder.resolve("a.npy");
        try (StagedFile file = StagedFile.create(target, 3)) {
            file.write(ByteBuffer.wrap(BYTES), 0);
            assertFalse(Files.exists(target));
            file.commit();
        }
        assertArrayEquals(BYTES, Files.readAllBytes(target));
        assertEquals(List.of(target), contents(folder));
    }

    @Test
    void leavesNothingBehindWhenNotCommitted() throws IOException {
        try (StagedFile file = StagedFile.create(folder.resolve("a.npy"), 3)) {
            file.write(ByteBuffer.wrap(BYTES), 0);
        }
        assertEquals(List.of(), contents(folder));
    }

    /** What has taken its place may be of another process, and is not to pass for it. */
    @Test
    void doesNotGiveItsNameToAnother() throws IOException {
        Path target = folder.resolve("a.npy");
        Path partial = folder.resolve(".a.npy.partial");
        try (StagedFile file = StagedFile.create(target, 3)) {
            file.write(ByteBuffer.wrap(BYTES), 0);
            Files.delete(partial);
            Files.write(partial, BYTES);
            FileFailure failure = assertThrows(FileFailure.class, file::commit);
            assertEquals("cannot write " + target + ": .a.npy.partial has been removed", failure.getMessage());
            assertFalse(Files.exists(target));
        }
        assertArrayEquals(BYTES, Files.readAllBytes(partial), "it is not this one's to remove");
    }

    @Test
    void theChecksumIsThatOfSha256() throws IOException {
        try (StagedFile file = StagedFile.create(folder.resolve("a"), 3)) {
            file.write(ByteBuffer.wrap(new byte[] {'c', 'a', 'b'}, 1, 2), 0);
            file.write(ByteBuffer.wrap(new byte[] {'c'}), 2);
            assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.sha256());
        }
    }

    @Test
    void moreThanTheDiskHasIsRefusedBeforeAnythingIsWritten() throws IOException {
        FileFailure failure =
                assertThrows(FileFailure.class, () -> StagedFile.create(folder.resolve("a.npy"), Long.MAX_VALUE));
        assertEquals(
                "cannot write " + folder.resolve("a.npy")
                        + ": it needs 9223372036854775807 bytes and the disk has N left;"
                        + " free some, or choose another disk",
                failure.getMessage().replaceAll("has \\d+ left", "has N left"));
        assertEquals(List.of(), contents(folder));
    }

    @Test
    void aDiskThatFillsUpIsOneClearLineAndLeavesNothingBehind() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "no small file system to fill: mounting one needs privileges");
        try {
            Path target = small.resolve("a.npy");
            FileFailure failure = assertThrows(FileFailure.class, () -> {
                try (StagedFile file = StagedFile.create(target, 0)) {
                    file.write(ByteBuffer.allocate(1 << 20), 0);
                }
            });
            assertEquals("cannot write " + target + ": No space left on device", failure.getMessage());
            assertEquals(List.of(), contents(small));
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
