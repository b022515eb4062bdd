package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a sweep. Its files appear all together, when all are complete and on the disk, the manifest last:
 * where there is a manifest, there is a whole sweep. A folder that holds a sweep already is refused, not overwritten; one
 * that holds part of a sweep can be gone on with.
 */
public final class SweepDirectory implements Closeable {
    public static final String CONFIGURATIONS = "configs.csv";
    public static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final List<String> arrays;
    private final boolean created;
    private final Journal journal;
    private final List<StagedFile> files = new ArrayList<>();
    private boolean committed;

    private SweepDirectory(Path folder, List<String> arrays, boolean created, Journal journal) {
        this.folder = folder;
        this.arrays = arrays;
        this.created = created;
        this.journal = journal;
    }

    /**
     * The folder for a new sweep, made if there is none.
     *
     * @param arrays the names of their files
     * @param expectedBytes of all files together
     * @param request what is asked for: a sweep that has another cannot go on with the files
     * @throws FileFailure if it holds a sweep or part of one, cannot be made, or has no space for that many bytes
     */
    public static SweepDirectory create(Path folder, List<String> arrays, long expectedBytes, String request)
            throws FileFailure {
        if (Journal.isIn(folder)) {
            Journal.requireIdle(folder);
            throw new FileFailure("cannot write " + folder + ": it holds part of a sweep; finish it with --resume,"
                    + " or remove it first");
        }
        List<String> names = new ArrayList<>(arrays);
        names.addAll(List.of(CONFIGURATIONS, MANIFEST));
        for (String name : names) {
            if (Files.exists(folder.resolve(name))) {
                throw new FileFailure("cannot write " + folder + ": it already holds " + name
                        + "; name another directory, or remove that sweep first");
            }
        }
        boolean missing = !Files.exists(folder);
        try {
            Files.createDirectories(folder);
            try {
                StagedFile.checkSpace(folder, folder, expectedBytes);
                return new SweepDirectory(folder, arrays, missing, Journal.open(folder, request));
            } catch (IOException e) {
                if (missing) {
                    Files.deleteIfExists(folder);
                }
                throw e;
            } catch (Error e) { // where there are no file handles left, for instance
                if (missing) {
                    Journal.removeFrom(folder);
                    Files.deleteIfExists(folder);
                }
                throw e;
            }
        } catch (IOException e) {
            throw FileFailure.of("write", folder, e);
        }
    }

    /** Whether it holds part of a sweep. */
    public static boolean isBegun(Path folder) {
        return Journal.isIn(folder);
    }

    /** The manifest of a sweep that is complete, and so needs no journal; empty where there is none. */
    public static Optional<String> manifest(Path folder) throws FileFailure {
        Path file = folder.resolve(MANIFEST);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    /**
     * Looks at a file of a sweep that has a manifest.
     *
     * @throws FileFailure if it is missing or has another size
     */
    public static void requireWhole(Path folder, String name, long size) throws FileFailure {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || file.toFile().length() != size) {
            throw new FileFailure("cannot resume " + folder + ": it has a manifest, but "
                    + (Files.exists(file) ? name + " is not whole" : "no " + name)
                    + "; remove the directory, and begin again");
        }
    }

    /** Of a sweep that was killed when all was done but to remove it. */
    public static void removeJournal(Path folder) throws FileFailure {
        Journal.removeFrom(folder);
    }

    /**
     * The folder to go on in with what is there, which may be nothing.
     *
     * @throws FileFailure as {@link #create}, or if what is there is of another request
     */
    public static SweepDirectory resume(Path folder, List<String> arrays, long expectedBytes, String request)
            throws FileFailure {
        return Journal.isIn(folder)
                ? new SweepDirectory(folder, arrays, false, Journal.open(folder, request))
                : create(folder, arrays, expectedBytes, request);
    }

    /** How many tiles, from the first, are in the files already. */
    public long done() {
        return journal.done();
    }

    /** Whether {@link #resume} will find something that is done. */
    public boolean canBeResumed() throws FileFailure {
        for (StagedFile file : files) {
            if (!file.isPresent()) {
                return false;
            }
        }
        return done() > 0 && arrays.stream().map(folder::resolve).allMatch(StagedFile::isPresent);
    }

    /** Puts on the disk what has been written of all files, which is so many tiles from the first. */
    public void setDone(long tiles) throws FileFailure {
        for (StagedFile file : files) {
            file.force();
        }
        journal.setDone(tiles);
    }

    /**
     * Goes on with one of the files, or begins it where no tile is done.
     *
     * @throws FileFailure if tiles are done, but the file that they were in has been removed
     */
    public StagedFile resume(String name) throws FileFailure {
        if (done() == 0) {
            return stage(name);
        }
        StagedFile file = StagedFile.resume(folder.resolve(name));
        files.add(file);
        return file;
    }

    /** Begins one of the files. */
    public StagedFile stage(String name) throws FileFailure {
        StagedFile file = StagedFile.create(folder.resolve(name), 0);
        files.add(file);
        return file;
    }

    /** Gives all files their final names, in the order in which they were begun; or none, if one has been removed. */
    public void commit() throws FileFailure {
        for (StagedFile file : files) {
            file.force();
        }
        for (StagedFile file : files) {
            file.requirePresent();
        }
        for (StagedFile file : files) {
            file.commit();
        }
        committed = true;
        Journal.removeFrom(folder);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException unsupported) {
            // Not every system can force a folder; the files themselves are on the disk.
        }
    }

    /**
     * Leaves what has no final name for {@link #resume} if it is worth it; else removes it, and the folder if it was made for
     * nothing.
     */
    @Override
    public void close() throws FileFailure {
        boolean kept = done() > 0;
        for (StagedFile file : files) {
            if (kept) {
                file.keep();
            } else {
                file.close();
            }
        }
        if (!kept) {
            Journal.removeFrom(folder);
        }
        journal.close();
        if (created && !kept && !committed) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException notEmpty) {
                // Something else stands there by now; it is not ours to remove.
            }
        }
    }
}
