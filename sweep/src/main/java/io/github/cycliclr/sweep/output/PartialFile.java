package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of a sweep, written under the fixed name {@code .NAME.partial} until the sweep is complete. The lock of the
 * folder guards the name, and no link of that name is followed.
 *
 * <p>{@link #write} is thread-safe.
 */
public final class PartialFile implements Closeable {
    private final Path target;
    private final FileChannel channel;
    private boolean committed;

    private PartialFile(Path target, StandardOpenOption more) throws IOException {
        this.target = target;
        this.channel = FileChannel.open(
                partial(target), more, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** Starts a file; whatever has its partial name is removed. */
    static PartialFile create(Path target) throws FileFailure {
        try {
            Files.deleteIfExists(partial(target));
            return new PartialFile(target, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw FileFailure.of("write", target, e);
        }
    }

    /**
     * Continues a file, which may have its final name already.
     *
     * @param least bytes that are done
     * @param most bytes of the complete file; what is behind them is cut off
     * @throws FileFailure if it has been removed, or has fewer bytes than are done
     */
    static PartialFile resume(Path target, long least, long most) throws FileFailure {
        if (!isPresent(target)) {
            throw lost(target, "has been removed");
        }
        try {
            if (!Files.exists(partial(target), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(target, partial(target), StandardCopyOption.ATOMIC_MOVE);
            }
            PartialFile file = new PartialFile(target, StandardOpenOption.WRITE);
            if (file.channel.size() < least) {
                file.close();
                throw lost(target, "has been cut off");
            }
            file.channel.truncate(most);
            return file;
        } catch (IOException e) {
            throw FileFailure.of("write", target, e);
        }
    }

    private static FileFailure lost(Path target, String what) {
        return new FileFailure(
                "cannot resume " + target + ": " + partial(target).getFileName() + " " + what
                        + ", and what was done is lost; remove the directory, and start again");
    }

    private static Path partial(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".partial");
    }

    /** Whether the file exists, complete or not. */
    static boolean isPresent(Path target) {
        return Files.isRegularFile(partial(target), LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes all remaining bytes at a position. */
    public void write(ByteBuffer bytes, long position) throws FileFailure {
        FileFailure.attempt("write", target, () -> Transfer.write(channel, bytes, position));
    }

    /** Adds the bytes from a position to another to a checksum. */
    void addTo(Sha256 sum, long from, long to) throws FileFailure {
        FileFailure.attempt("read", target, () -> sum.add(channel, from, to));
    }

    /** Returns when all that was written is on the disk. */
    void force() throws FileFailure {
        FileFailure.attempt("write", target, () -> channel.force(true));
    }

    /** Gives the file its final name. */
    void commit() throws FileFailure {
        FileFailure.attempt("write", target, () -> Files.move(partial(target), target, StandardCopyOption.ATOMIC_MOVE));
        committed = true;
    }

    /** Removes the file. */
    void discard() throws FileFailure {
        Path file = committed ? target : partial(target);
        FileFailure.attempt("remove", file, () -> Files.deleteIfExists(file));
    }

    /** Closes the file and leaves it where it is. */
    @Override
    public void close() throws FileFailure {
        FileFailure.attempt("write", target, channel::close);
    }
}
