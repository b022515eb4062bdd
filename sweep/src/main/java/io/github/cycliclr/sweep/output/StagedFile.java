package io.github.cycliclr.sweep.output;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file that is written under a temporary name beside its final one, {@code .NAME.partial}, and gets its final name
 * in one step when it is complete and on the disk. Closed before that, it leaves nothing behind; the files of a sweep can
 * be kept, to go on with.
 *
 * <p>{@link #write} may be called by several threads at once.
 */
public final class StagedFile implements Closeable {
    private final Path target;
    private final Path partial;
    private final FileChannel channel;

    /** Which file it is, whatever its name; null where the system does not tell. */
    private final Object key;

    private volatile boolean cutOff;

    private StagedFile(Path target, Path partial, FileChannel channel) throws IOException {
        this.target = target;
        this.partial = partial;
        this.channel = channel;
        this.key = key();
    }

    /** The key of the open file, which only its path has; by its size it is known not to be another by then. */
    private Object key() throws IOException {
        boolean empty = channel.size() == 0;
        if (empty) {
            Transfer.write(channel, ByteBuffer.allocate(1), 0);
        }
        try {
            BasicFileAttributes found = attributes(partial);
            if (found.size() != channel.size()) {
                throw removed();
            }
            if (empty) {
                channel.truncate(0);
            }
            return found.fileKey();
        } catch (NoSuchFileException e) {
            throw removed();
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /**
     * Begins a file.
     *
     * @throws FileFailure if there is not that much space, or the file cannot be written
     */
    public static StagedFile create(Path target, long expectedBytes) throws FileFailure {
        return open(target, expectedBytes, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Goes on with a file that was kept, or that had its final name already.
     *
     * @throws FileFailure if there is neither
     */
    static StagedFile resume(Path target) throws FileFailure {
        Path partial = partial(target);
        if (!Files.exists(partial)) {
            if (!Files.exists(target)) {
                throw new FileFailure("cannot resume " + target + ": " + partial.getFileName()
                        + " has been removed, and what was done is lost; remove the directory, and begin again");
            }
            try {
                Files.move(target, partial, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw FileFailure.of("write", target, e);
            }
        }
        return open(target, 0, StandardOpenOption.CREATE);
    }

    private static Path partial(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".partial");
    }

    private static StagedFile open(Path target, long expectedBytes, StandardOpenOption more) throws FileFailure {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileFailure("cannot write " + target + ": it is a directory; name a file");
        }
        try {
            checkSpace(folder, target, expectedBytes);
            Path partial = partial(target);
            FileChannel channel = FileChannel.open(
                    partial, StandardOpenOption.CREATE, more, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                return new StagedFile(target, partial, channel);
            } catch (FileFailure removed) {
                channel.close(); // what stands there by now is not ours to remove
                throw removed;
            } catch (IOException e) {
                channel.close();
                if (more == StandardOpenOption.TRUNCATE_EXISTING) { // there is nothing in it
                    Files.deleteIfExists(partial);
                }
                throw e;
            }
        } catch (IOException e) {
            throw FileFailure.of("write", target, e);
        }
    }

    /** Throws if a file or folder of that size does not fit where it is to stand. */
    static void checkSpace(Path folder, Path target, long bytes) throws FileFailure {
        long usable = folder.toFile().getUsableSpace(); // that of a FileStore takes file handles
        if (bytes > usable && Files.isDirectory(folder)) { // else it is not for want of space
            throw new FileFailure("cannot write " + target + ": it needs " + bytes + " bytes and the disk has " + usable
                    + " left; free some, or choose another disk");
        }
    }

    /** Writes all remaining bytes at a position. */
    public void write(ByteBuffer bytes, long position) throws FileFailure {
        try {
            Transfer.write(channel, bytes, position);
        } catch (IOException e) {
            throw FileFailure.of("write", target, e);
        }
    }

    /** A buffered stream into the file, from its beginning; flush it when done. */
    public OutputStream stream() {
        return new BufferedOutputStream(
                new OutputStream() {
                    private long position;

                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        StagedFile.this.write(ByteBuffer.wrap(bytes, offset, length), position);
                        position += length;
                    }
                },
                1 << 16);
    }

    /** The SHA-256 of what has been written, in hexadecimal. */
    public String sha256() throws FileFailure {
        try {
            return Sha256.of(channel);
        } catch (IOException e) {
            throw FileFailure.of("read", target, e);
        }
    }

    /** Adds what has been written from a position to another to a checksum. */
    void addTo(Sha256 sum, long from, long to) throws FileFailure {
        try {
            sum.add(channel, from, to);
        } catch (IOException e) {
            throw FileFailure.of("read", target, e);
        }
    }

    /** Bytes written so far. */
    public long size() throws FileFailure {
        try {
            return channel.size();
        } catch (IOException e) {
            throw FileFailure.of("read", target, e);
        }
    }

    /**
     * Looks whether so many bytes, which have been written, are there; once more is written behind them, they are or seem to be.
     *
     * @throws FileFailure if somebody has cut them off
     */
    public void requireSize(long bytes) throws FileFailure {
        if (size() < bytes) {
            cutOff = true;
            throw new FileFailure("cannot go on with " + target + ": " + partial.getFileName()
                    + " has been cut off, and what was done is lost; remove the directory, and begin again");
        }
    }

    /** Returns when what has been written is on the disk. */
    public void force() throws FileFailure {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw FileFailure.of("write", target, e);
        }
    }

    /** Whether there is such a file, under either name. */
    static boolean isPresent(Path target) {
        return Files.exists(partial(target)) || Files.exists(target);
    }

    /** Whether nobody has removed it or cut it off; another of its name, temporary or final, does not count. */
    boolean isPresent() throws FileFailure {
        return !cutOff && (isThis(partial) || isThis(target));
    }

    /** Throws if somebody has removed it. */
    void requirePresent() throws FileFailure {
        if (!isThis(partial)) {
            throw removed();
        }
    }

    private FileFailure removed() {
        return new FileFailure("cannot write " + target + ": " + partial.getFileName() + " has been removed");
    }

    private boolean isThis(Path file) throws FileFailure {
        try {
            return Objects.equals(key, attributes(file).fileKey());
        } catch (NoSuchFileException removed) {
            return false;
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    /**
     * Gives the complete file its final name; a file of that name is replaced.
     *
     * @throws FileFailure if it cannot be put on the disk, or if it has been removed
     */
    public void commit() throws FileFailure {
        force(); // which takes a while, in which it may be removed
        requirePresent();
        try {
            channel.close();
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailure.of("write", target, e);
        }
        if (!isThis(target)) {
            throw removed();
        }
    }

    /** Closes the file and leaves it under its temporary name. */
    void keep() throws FileFailure {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileFailure.of("write", target, e);
        }
    }

    /** Removes the file unless it has its final name; another that has taken its place stays. */
    @Override
    public void close() throws FileFailure {
        try (channel) {
            if (isThis(partial)) { // asked while it is open: after that, another may get its key
                Files.delete(partial);
            }
        } catch (IOException e) {
            throw FileFailure.of("remove", partial, e);
        }
    }
}
