package io.github.cycliclr.sweep.output;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Writes single files. A regular file is replaced in one step, by a new one that is complete and on the disk.
 *
 * <p>Until it is complete, the new file stands beside the old one under a random name, locked. So two writers of one
 * name share no file; the last to finish wins. When the JVM exits, by a signal too, it removes what is not complete;
 * after a SIGKILL the next writer of the same name finds it unlocked, and removes it.
 */
public final class OutputFile {
    private static final int BUFFER = 1 << 16;

    /** From one symbolic link to the next; the limit of Linux. */
    private static final int MOST_LINKS = 40;

    private static final Random RANDOM = new Random();

    /** What the exit of the JVM has to remove. */
    private static final Set<Path> INCOMPLETE = new HashSet<>();

    private static boolean exiting;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OutputFile::exit));
    }

    private OutputFile() {}

    /** What a file holds. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; follows a symbolic link. A pipe or a device is written into.
     *
     * @param expectedBytes of the file, or 0 if unknown
     * @throws FileFailure if it cannot be written, or the disk has no space for that many bytes
     */
    public static void write(Path name, long expectedBytes, Content content) throws FileFailure {
        if (Files.isDirectory(name)) {
            throw new FileFailure("cannot write " + name + ": it is a directory; name a file");
        }
        FileFailure.attempt("write", name, () -> {
            if (Files.exists(name) && !Files.isRegularFile(name)) {
                try (OutputStream out = new FileOutputStream(name.toFile())) {
                    write(content, out);
                }
            } else {
                Path target = target(name);
                requireSpace(target.getParent(), name, expectedBytes);
                replace(name, target, content);
            }
        });
    }

    private static void write(Content content, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        content.writeTo(buffered);
        buffered.flush();
    }

    /** The file that a name leads to; it need not exist. */
    private static Path target(Path name) throws IOException {
        Path target = name.toAbsolutePath();
        for (int links = 0; isLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(name.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Fails for a name that no file can have, before anything is computed. */
    private static boolean isLink(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isSymbolicLink();
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    private static void replace(Path name, Path target, Content content) throws IOException {
        // A hash, because the name itself may be as long as the file system allows.
        String prefix = String.format(".cycliclr-%08x-", target.getFileName().hashCode());
        removeAbandoned(target.getParent(), prefix);
        boolean done = false;
        while (!done) {
            Path partial = target.resolveSibling(prefix + String.format("%08x.partial", RANDOM.nextInt()));
            try (FileChannel channel = create(name, partial)) {
                done = complete(channel, partial, target, content);
            } finally {
                forget(partial);
            }
        }
    }

    /** False if another writer of the name took the new file for abandoned before it was locked. */
    private static boolean complete(FileChannel channel, Path partial, Path target, Content content)
            throws IOException {
        try {
            if (!tryLock(channel) || !Files.exists(partial)) {
                return false;
            }
            write(content, Channels.newOutputStream(channel));
            channel.force(true);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** A new file: neither one that exists nor the target of a link. */
    private static synchronized FileChannel create(Path name, Path partial) throws FileFailure {
        try {
            if (exiting) {
                throw new IOException("the program is ending");
            }
            FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            INCOMPLETE.add(partial);
            return channel;
        } catch (IOException e) {
            throw new FileFailure("cannot write " + name + ": no file can be created in " + partial.getParent() + ": "
                    + FileFailure.reason(e));
        }
    }

    private static synchronized void forget(Path partial) {
        INCOMPLETE.remove(partial);
    }

    private static synchronized void exit() {
        exiting = true;
        INCOMPLETE.forEach(partial -> partial.toFile().delete());
    }

    private static boolean tryLock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException unsupported) {
            return true; // where no file can be locked, none is taken for abandoned
        }
    }

    private static void removeAbandoned(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return; // to be reported when the file is created
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*.partial")) {
            for (Path file : files) {
                try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                    if (channel.tryLock() != null) {
                        Files.delete(file);
                    }
                } catch (IOException | OverlappingFileLockException inUse) {
                    // By another writer, or left by another user.
                }
            }
        }
    }

    /** @throws FileFailure if the disk of a folder has no space for that many bytes */
    static void requireSpace(Path folder, Path name, long bytes) throws FileFailure {
        long usable = folder.toFile().getUsableSpace(); // a FileStore would take file handles
        if (bytes > usable && Files.isDirectory(folder)) { // otherwise it is not space that is missing
            throw new FileFailure("cannot write " + name + ": it needs " + bytes + " bytes and the disk has " + usable
                    + " left; free some, or choose another disk");
        }
    }
}
