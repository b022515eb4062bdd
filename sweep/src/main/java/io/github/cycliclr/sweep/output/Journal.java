package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How far the sweep of a folder has come, for another process to go on from, and that a process is at it: the file is
 * locked as long as it is open.
 *
 * <p>The file has the SHA-256 of what was asked for, then two records of a count and its complement. They are written in
 * turn, so that one is whole whenever the process dies.
 */
final class Journal implements Closeable {
    private static final String NAME = ".sweep.partial";

    private static final int DIGEST = 32;
    private static final int RECORD = 2 * Long.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer record = ByteBuffer.allocate(RECORD);
    private long done;
    private int turn;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** Removes it: the sweep is complete, or nothing of it is worth keeping. */
    static void removeFrom(Path folder) throws FileFailure {
        Path file = folder.resolve(NAME);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileFailure.of("remove", file, e);
        }
    }

    /**
     * Goes on with the journal of a folder, or begins it.
     *
     * @param request what was asked for
     * @throws FileFailure if another process has it, or it was begun for something else
     */
    static Journal open(Path folder, String request) throws FileFailure {
        Path file = folder.resolve(NAME);
        try {
            Journal journal = new Journal(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            try {
                journal.begin(folder, Sha256.of(request));
                return journal;
            } catch (IOException e) {
                journal.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileFailure.of("write", file, e);
        }
    }

    /** @throws FileFailure if another process is at the sweep of a folder */
    static void requireIdle(Path folder) throws FileFailure {
        Path file = folder.resolve(NAME);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            lock(channel, folder);
        } catch (IOException e) {
            throw FileFailure.of("write", file, e);
        }
    }

    /** Until the channel is closed. */
    private static void lock(FileChannel channel, Path folder) throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            free = false;
        }
        if (!free) {
            throw new FileFailure("cannot write " + folder + ": another process is writing it; wait for its end");
        }
    }

    private void begin(Path folder, byte[] request) throws IOException {
        lock(channel, folder);
        if (channel.size() < DIGEST) { // new, or begun and killed at once
            Transfer.write(channel, ByteBuffer.wrap(request), 0);
            return;
        }
        ByteBuffer found = Transfer.read(channel, ByteBuffer.allocate(DIGEST), 0);
        if (!found.equals(ByteBuffer.wrap(request))) {
            throw new FileFailure("cannot resume " + folder + ": it was begun with another specification, seed, dtype,"
                    + " layout or version; name another directory, or remove that sweep first");
        }
        for (int i = 0; i < 2; i++) {
            ByteBuffer each = Transfer.read(channel, ByteBuffer.allocate(RECORD), DIGEST + i * RECORD);
            if (each.remaining() == RECORD) {
                long count = each.getLong();
                if (count == ~each.getLong() && count >= done) {
                    done = count;
                    turn = 1 - i;
                }
            }
        }
    }

    /** How many tiles, from the first, are in the files for good. */
    long done() {
        return done;
    }

    /** So many tiles are on the disk. */
    void setDone(long tiles) throws FileFailure {
        try {
            Transfer.write(
                    channel, record.clear().putLong(tiles).putLong(~tiles).flip(), DIGEST + turn * RECORD);
            channel.force(false);
        } catch (IOException e) {
            throw FileFailure.of("write", file, e);
        }
        done = tiles;
        turn = 1 - turn;
    }

    @Override
    public void close() throws FileFailure {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileFailure.of("write", file, e);
        }
    }
}
