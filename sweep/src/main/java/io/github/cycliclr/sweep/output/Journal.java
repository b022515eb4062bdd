package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The progress of a sweep that is not complete, and the lock of its folder: the file is locked while it is open.
 *
 * <p>It is a text: the SHA-256 of the request, and how many tiles, from the first, are on the disk. Where a crash has
 * torn it, nothing counts as done.
 */
final class Journal implements Closeable {
    private static final String NAME = ".sweep.partial";
    private static final Pattern FORMAT = Pattern.compile("(\\p{XDigit}{64})\n(\\d{19})\n");

    private final Path file;
    private final FileChannel channel;
    private String request = "";
    private long done;

    private Journal(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        read();
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Locks the journal of a folder; creates it if there is none.
     *
     * @throws FileFailure if another process holds it
     */
    static Journal lock(Path folder) throws FileFailure {
        Path file = folder.resolve(NAME);
        try {
            while (true) {
                Object before = key(file);
                FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
                if (!tryLock(channel)) {
                    channel.close();
                    throw new FileFailure(
                            "cannot write " + folder + ": another process is writing it; wait until it ends");
                }
                // Before this lock its last holder may have removed the file. No other file can get the key of one that
                // is open, so an unchanged key proves that the locked file still has the name.
                if (Objects.equals(before, key(file))) {
                    return new Journal(file, channel);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw FileFailure.of("write", file, e);
        }
    }

    /** Identifies a file whatever its name; a constant for no file. */
    private static Object key(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
        } catch (NoSuchFileException absent) {
            return NAME;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private void read() throws IOException {
        ByteBuffer bytes = Transfer.read(channel, ByteBuffer.allocate(128), 0);
        Matcher text = FORMAT.matcher(StandardCharsets.ISO_8859_1.decode(bytes));
        if (text.matches()) {
            request = text.group(1);
            done = Long.parseLong(text.group(2));
        }
    }

    /** Whether the sweep was begun by this request. */
    boolean isOf(String request) {
        return this.request.equals(Sha256.of(request));
    }

    /** Begins a sweep. */
    void begin(String request) throws FileFailure {
        this.request = Sha256.of(request);
        FileFailure.attempt("write", file, () -> channel.truncate(0));
        setDone(0);
    }

    /** Tiles, from the first, that are on the disk. */
    long done() {
        return done;
    }

    /** Records that so many tiles, from the first, are on the disk. */
    void setDone(long tiles) throws FileFailure {
        FileFailure.attempt("write", file, () -> {
            // Shorter than a sector of any disk, which writes it whole or not at all.
            String text = String.format("%s\n%019d\n", request, tiles);
            Transfer.write(channel, StandardCharsets.US_ASCII.encode(text), 0);
            channel.force(true);
        });
        done = tiles;
    }

    /** Removes the file, while it is locked. */
    void remove() throws FileFailure {
        FileFailure.attempt("remove", file, () -> Files.deleteIfExists(file));
    }

    @Override
    public void close() throws FileFailure {
        FileFailure.attempt("write", file, channel::close);
    }
}
