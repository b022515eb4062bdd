package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a sweep, locked while it is written. Files get their final names when all are complete and on the disk,
 * the manifest last: a folder with a manifest holds a complete sweep. A complete sweep is never overwritten; a partial
 * one can be resumed.
 */
public final class SweepDirectory implements Closeable {
    public static final String CONFIGURATIONS = "configs.csv";
    public static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final List<String> arrays;
    private final boolean created;
    private final Journal journal;
    private final List<PartialFile> files = new ArrayList<>();
    private boolean tableWritten;

    private SweepDirectory(Path folder, List<String> arrays, boolean created, Journal journal) {
        this.folder = folder;
        this.arrays = arrays;
        this.created = created;
        this.journal = journal;
    }

    /**
     * Locks a folder, which is created if there is none.
     *
     * @param arrays the names of their files
     * @param expectedBytes of all files together
     * @param request a text that differs for every sweep of other bytes
     * @param resume whether to continue the part of a sweep that the folder may hold; otherwise it is refused
     * @throws FileFailure if the folder holds another sweep, or cannot be created, or has no space for the bytes
     */
    public static SweepDirectory open(
            Path folder, List<String> arrays, long expectedBytes, String request, boolean resume) throws FileFailure {
        if (!Journal.isIn(folder)) {
            requireEmpty(folder, arrays); // before anything is written
        }
        boolean created = !Files.exists(folder);
        FileFailure.attempt("write", folder, () -> Files.createDirectories(folder));
        SweepDirectory directory = null;
        try {
            directory = new SweepDirectory(folder, arrays, created, Journal.lock(folder));
            directory.begin(expectedBytes, request, resume);
            return directory;
        } catch (FileFailure | Error e) { // an Error where file handles run out
            if (directory != null) {
                directory.close();
            } else if (created) {
                folder.toFile().delete();
            }
            throw e;
        }
    }

    /** Looks at the folder again: until it was locked, another process may have written it. */
    private void begin(long expectedBytes, String request, boolean resume) throws FileFailure {
        if (isComplete(folder)) {
            if (!resume) {
                requireEmpty(folder, arrays);
            }
        } else if (done() == 0) {
            OutputFile.requireSpace(folder, folder, expectedBytes);
            journal.begin(request);
        } else if (!resume) {
            throw new FileFailure("cannot write " + folder
                    + ": it holds part of a sweep; complete it with --resume, or remove it first");
        } else if (!journal.isOf(request)) {
            throw new FileFailure("cannot resume " + folder + ": it was begun with another specification, seed, dtype,"
                    + " layout or version; name another directory, or remove that sweep first");
        }
    }

    private static void requireEmpty(Path folder, List<String> arrays) throws FileFailure {
        for (String name : Stream.concat(arrays.stream(), Stream.of(CONFIGURATIONS, MANIFEST))
                .toList()) {
            if (Files.exists(folder.resolve(name))) {
                throw new FileFailure("cannot write " + folder + ": it already holds " + name
                        + "; name another directory, or remove that sweep first");
            }
        }
    }

    /** Whether a folder holds part of a sweep. */
    public static boolean isBegun(Path folder) {
        return Journal.isIn(folder);
    }

    /** Whether a folder holds a complete sweep. */
    public static boolean isComplete(Path folder) {
        return Files.exists(folder.resolve(MANIFEST));
    }

    /** Tiles, from the first, that are on the disk. */
    public long done() {
        return journal.done();
    }

    /** Whether values are done that a resumed sweep would keep. */
    public boolean canBeResumed() {
        return done() > 0 && arrays.stream().map(folder::resolve).allMatch(PartialFile::isPresent);
    }

    /** Puts all that was written on the disk, and records that it is so many tiles, from the first. */
    public void setDone(long tiles) throws FileFailure {
        for (PartialFile file : files) {
            file.force();
        }
        journal.setDone(tiles);
    }

    /**
     * Opens an array: continues it where tiles are done.
     *
     * @param least bytes of the array up to the end of its last tile that is done
     * @param size bytes of the complete array
     * @throws FileFailure if tiles are done, but the file was removed or cut off
     */
    public PartialFile array(String name, long least, long size) throws FileFailure {
        PartialFile file = done() == 0
                ? PartialFile.create(folder.resolve(name))
                : PartialFile.resume(folder.resolve(name), least, size);
        files.add(file);
        return file;
    }

    /** Completes the sweep: writes the table, gives the arrays their final names, and writes the manifest. */
    public void commit(OutputFile.Content configurations, Manifest manifest) throws FileFailure {
        Path table = folder.resolve(CONFIGURATIONS);
        OutputFile.write(table, 0, configurations);
        tableWritten = true;
        manifest.addFile(table);
        for (PartialFile file : files) {
            file.force();
        }
        for (PartialFile file : files) {
            file.commit();
        }
        forceFolder();
        OutputFile.write(folder.resolve(MANIFEST), 0, manifest::writeTo);
        forceFolder();
    }

    /** Puts the names on the disk; not every system can, and the files themselves are there. */
    private void forceFolder() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException unsupported) {
            // The next write of the system does it.
        }
    }

    /** Leaves a sweep that is complete or can be resumed; removes all of any other, and the folder if it is new. */
    @Override
    public void close() throws FileFailure {
        boolean complete = isComplete(folder);
        boolean resumable = !complete && done() > 0;
        boolean discarded = !complete && !resumable;
        for (PartialFile file : files) {
            file.close();
            if (discarded) {
                file.discard();
            }
        }
        if (tableWritten && discarded) {
            folder.resolve(CONFIGURATIONS).toFile().delete();
        }
        if (!resumable) {
            journal.remove();
        }
        journal.close();
        if (created && !resumable) {
            folder.toFile().delete(); // unless it holds something
        }
    }
}
