package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.sweep.output.ConfigurationTable;
import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.output.GrowingChecksum;
import io.github.cycliclr.sweep.output.Manifest;
import io.github.cycliclr.sweep.output.PartialFile;
import io.github.cycliclr.sweep.output.SweepDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Computes a sweep into a folder. Its memory is a block for each thread and the schedules and evaluators of a band or
 * two, whatever the size of the sweep.
 */
public final class SweepRun {
    private final Sweep sweep;
    private final Tiling tiling;
    private final List<SweepArray> arrays;
    private final int threads;
    private final LongConsumer progress;

    /**
     * A run.
     *
     * @param threads at least 1; the bytes in the files do not depend on it
     * @param progress learns, from any thread, the number of further values that are written
     */
    public SweepRun(Sweep sweep, int threads, LongConsumer progress) {
        this.sweep = sweep;
        this.tiling = Tiling.of(sweep);
        this.arrays = SweepArray.of(sweep);
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Writes all files of a new sweep. Where it fails, {@link #resume} continues it, or nothing of it is left.
     *
     * @throws IOException if a file cannot be written, or the folder holds a sweep
     */
    public void into(Path folder) throws IOException {
        try (SweepDirectory directory = SweepDirectory.open(folder, names(), sweep.bytes(), request(), false)) {
            write(directory);
        }
    }

    /**
     * Writes the files that are missing in a folder; none if the sweep is complete.
     *
     * @throws IOException if one cannot be written, or the folder holds another sweep
     */
    public void resume(Path folder) throws IOException {
        if (SweepDirectory.isComplete(folder) && !SweepDirectory.isBegun(folder)) {
            requireComplete(folder); // and leave it alone: it may be read-only
            return;
        }
        try (SweepDirectory directory = SweepDirectory.open(folder, names(), sweep.bytes(), request(), true)) {
            if (SweepDirectory.isComplete(folder)) {
                requireComplete(folder);
            } else {
                write(directory);
            }
        }
    }

    private void requireComplete(Path folder) throws IOException {
        List<String> differences =
                Manifest.differences(manifest(folder), sweep.configurations(), sweep.dtype(), sweep.layout());
        if (!differences.isEmpty()) {
            throw new FileFailure("cannot resume " + folder + ": it holds the whole of another sweep, which differs in "
                    + String.join(", ", differences) + "; name another directory, or remove that sweep first");
        }
        for (String name : names()) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) != sweep.format().fileSize()) {
                throw new FileFailure("cannot resume " + folder + ": it has a manifest, but "
                        + (Files.exists(file) ? name + " is not whole" : "no " + name)
                        + "; remove the directory, and start again");
            }
        }
        progress.accept(sweep.values());
    }

    private static String manifest(Path folder) throws FileFailure {
        Path file = folder.resolve(SweepDirectory.MANIFEST);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    private List<String> names() {
        return arrays.stream().map(SweepArray::name).toList();
    }

    /** Differs for every sweep of other bytes or other tiles. */
    public String request() {
        return Manifest.request(sweep.configurations(), sweep.dtype(), sweep.layout()) + tiling;
    }

    private void write(SweepDirectory directory) throws IOException {
        long end = sweep.format().position(tiling.endOfWritten(directory.done()));
        Map<SweepArray, PartialFile> files = new LinkedHashMap<>();
        for (SweepArray array : arrays) {
            files.put(array, directory.array(array.name(), end, sweep.format().fileSize()));
        }
        try {
            Map<SweepArray, String> checksums = writeArrays(directory, files);
            Manifest manifest = new Manifest(sweep.configurations(), sweep.dtype(), sweep.layout());
            checksums.forEach((array, checksum) -> manifest.addArray(array.name(), sweep.format(), checksum));
            directory.commit(this::writeTable, manifest);
        } catch (FileFailure e) {
            throw directory.canBeResumed()
                    ? new FileFailure(e.getMessage() + "; once that is mended, --resume continues the sweep")
                    : e;
        }
    }

    private void writeTable(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ConfigurationTable.write(sweep.configurations(), sweep.configurations().count(), writer);
    }

    /** Returns the checksum of each array. */
    private Map<SweepArray, String> writeArrays(SweepDirectory directory, Map<SweepArray, PartialFile> files)
            throws IOException {
        Map<SweepArray, SweepArray.Sink> sinks = new LinkedHashMap<>();
        Map<SweepArray, GrowingChecksum> growing = new LinkedHashMap<>();
        try (Checkpoints checkpoints = new Checkpoints(directory)) {
            for (SweepArray array : arrays) {
                PartialFile file = files.get(array);
                file.write(sweep.format().header(), 0);
                sinks.put(array, file::write);
                growing.put(array, new GrowingChecksum(file, sweep.format().fileSize()));
            }
            Workers.Listener listener = tiles -> {
                long position = sweep.format().position(tiling.writtenElements(tiles));
                growing.values().forEach(checksum -> checksum.upTo(position));
                checkpoints.written(tiles);
            };
            new Workers(tiling, sinks, BulkEvaluator::of, progress, directory.done(), listener).run(threads);
            checkpoints.end();
            Map<SweepArray, String> checksums = new LinkedHashMap<>();
            for (SweepArray array : arrays) {
                checksums.put(array, growing.get(array).whole());
            }
            return checksums;
        } finally {
            growing.values().forEach(GrowingChecksum::close);
        }
    }
}
