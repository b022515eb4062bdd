package io.github.cycliclr.sweep.output;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that gets its name when it is complete; or a pipe or device. */
public final class OutputFile implements Closeable {
    private final StagedFile file;
    private final OutputStream stream;

    private OutputFile(StagedFile file, OutputStream stream) {
        this.file = file;
        this.stream = stream;
    }

    /** Opens the file, pipe or device; expectedBytes 0 where unknown: refused if the disk has less left. */
    public static OutputFile open(Path target, long expectedBytes) throws FileFailure {
        if (!Files.exists(target) || Files.isRegularFile(target) || Files.isDirectory(target)) {
            StagedFile file = StagedFile.create(target, expectedBytes);
            return new OutputFile(file, file.stream());
        }
        try {
            return new OutputFile(null, new BufferedOutputStream(Files.newOutputStream(target)));
        } catch (IOException e) {
            throw FileFailure.of("write", target, e);
        }
    }

    /** A buffered stream into it. */
    public OutputStream stream() {
        return stream;
    }

    /** Gives the complete file its name. */
    public void commit() throws FileFailure {
        if (file != null) {
            file.commit();
        }
    }

    /** Discards what was not committed. */
    @Override
    public void close() throws FileFailure {
        if (file != null) {
            file.close();
            return;
        }
        try {
            stream.close();
        } catch (IOException e) {
            throw new FileFailure("cannot write the pipe or device: " + e.getMessage());
        }
    }
}
