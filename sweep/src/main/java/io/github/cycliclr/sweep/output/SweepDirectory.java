package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of a sweep. Its files appear all together, when all are complete and on the disk, the manifest last:
 * where there is a manifest, there is a whole sweep. A folder that holds a sweep already is refused, not overwritten.
 */
public final class SweepDirectory implements Closeable {
    public static final String LEARNING_RATE = "learning_rate.npy";
    public static final String MOMENTUM = "momentum.npy";
    public static final String CONFIGURATIONS = "configs.csv";
    public static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final boolean created;
    private final List<StagedFile> files = new ArrayList<>();
    private boolean committed;

    private SweepDirectory(Path folder, boolean created) {
        this.folder = folder;
        this.created = created;
    }

    /**
     * The folder, made if there is none.
     *
     * @param expectedBytes of all files together
     * @throws FileFailure if it holds a sweep, cannot be made, or has no space for that many bytes
     */
    public static SweepDirectory open(Path folder, long expectedBytes) throws FileFailure {
        for (String name : List.of(LEARNING_RATE, MOMENTUM, CONFIGURATIONS, MANIFEST)) {
            if (Files.exists(folder.resolve(name))) {
                throw new FileFailure("cannot write " + folder + ": it already holds " + name
                        + "; name another directory, or remove that sweep first");
            }
        }
        boolean missing = !Files.exists(folder);
        try {
            SweepDirectory directory = new SweepDirectory(Files.createDirectories(folder), missing);
            try {
                StagedFile.checkSpace(folder, folder, expectedBytes);
                return directory;
            } catch (IOException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileFailure.of("write", folder, e);
        }
    }

    /** Begins one of the files. */
    public StagedFile stage(String name) throws FileFailure {
        StagedFile file = StagedFile.create(folder.resolve(name), 0);
        files.add(file);
        return file;
    }

    /** Gives all files their final names, in the order in which they were begun. */
    public void commit() throws FileFailure {
        for (StagedFile file : files) {
            file.force();
        }
        for (StagedFile file : files) {
            file.commit();
        }
        committed = true;
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException unsupported) {
            // Not every system can force a folder; the files themselves are on the disk.
        }
    }

    /** Removes what has no final name, and the folder if it was made for nothing. */
    @Override
    public void close() throws FileFailure {
        for (StagedFile file : files) {
            file.close();
        }
        if (created && !committed) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException notEmpty) {
                // Something else stands there by now; it is not ours to remove.
            }
        }
    }
}
