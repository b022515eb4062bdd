package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.sweep.output.ConfigurationTable;
import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.output.GrowingChecksum;
import io.github.cycliclr.sweep.output.Manifest;
import io.github.cycliclr.sweep.output.StagedFile;
import io.github.cycliclr.sweep.output.SweepDirectory;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Computes a sweep into a folder. Memory is a block a thread and a band or two of schedules and their evaluators, whatever
 * the size of the sweep.
 */
public final class SweepRun {
    private final Sweep sweep;
    private final int threads;
    private final LongConsumer written;

    /**
     * A run.
     *
     * @param threads how many, at least 1; the bytes in the files do not depend on it
     * @param written is told, by any thread, how many values more have been written
     */
    public SweepRun(Sweep sweep, int threads, LongConsumer written) {
        this.sweep = sweep;
        this.threads = threads;
        this.written = written;
    }

    /**
     * Writes all files. Where it fails half-way, none has its final name, and what is done is left for {@link #resume}.
     *
     * @throws IOException if one cannot be written
     */
    public void into(Path folder) throws IOException {
        try (SweepDirectory directory = SweepDirectory.create(folder, names(), sweep.bytes(), request())) {
            into(directory);
        }
    }

    /**
     * Writes what is missing of the files in a folder; nothing if they are complete.
     *
     * @throws IOException if one cannot be written, or those that are there are of another sweep
     */
    public void resume(Path folder) throws IOException {
        Optional<String> manifest = SweepDirectory.manifest(folder);
        if (manifest.isPresent()) {
            List<String> differences =
                    Manifest.differences(manifest.get(), sweep.configurations(), sweep.dtype(), sweep.layout());
            if (!differences.isEmpty()) {
                throw new FileFailure(
                        "cannot resume " + folder + ": it holds the whole of another sweep, which differs in "
                                + String.join(", ", differences)
                                + "; name another directory, or remove that sweep first");
            }
            for (String name : names()) {
                SweepDirectory.requireWhole(folder, name, sweep.format().fileSize());
            }
            SweepDirectory.removeJournal(folder); // killed in its last step, it would have one
            written.accept(sweep.values());
            return;
        }
        try (SweepDirectory directory = SweepDirectory.resume(folder, names(), sweep.bytes(), request())) {
            into(directory);
        }
    }

    private List<String> names() {
        return SweepArray.of(sweep).stream().map(SweepArray::name).toList();
    }

    /** What a journal is of: what is asked for, and which values its tiles have. */
    public String request() {
        return Manifest.request(sweep.configurations(), sweep.dtype(), sweep.layout()) + TileShape.of(sweep)
                + " of bands of " + TileShape.bandRows(sweep);
    }

    private void into(SweepDirectory directory) throws IOException {
        try {
            write(directory);
        } catch (FileFailure e) {
            throw directory.canBeResumed()
                    ? new FileFailure(e.getMessage() + "; when that is mended, --resume goes on from what is done")
                    : e;
        }
    }

    private void write(SweepDirectory directory) throws IOException {
        Map<SweepArray, StagedFile> files = new LinkedHashMap<>();
        for (SweepArray array : SweepArray.of(sweep)) {
            files.put(array, directory.resume(array.name()));
        }
        Map<SweepArray, String> checksums = writeArrays(files, directory);
        StagedFile table = directory.stage(SweepDirectory.CONFIGURATIONS);
        try (Writer writer = new OutputStreamWriter(table.stream(), StandardCharsets.UTF_8)) {
            ConfigurationTable.write(
                    sweep.configurations(), sweep.configurations().count(), writer);
        }
        Manifest manifest = new Manifest(sweep.configurations(), sweep.dtype(), sweep.layout());
        for (Map.Entry<SweepArray, StagedFile> each : files.entrySet()) {
            String name = each.getKey().name();
            manifest.addArray(name, each.getValue(), sweep.format(), checksums.get(each.getKey()));
        }
        manifest.addFile(SweepDirectory.CONFIGURATIONS, table);
        directory.stage(SweepDirectory.MANIFEST).write(StandardCharsets.UTF_8.encode(manifest.toString()), 0);
        directory.commit();
    }

    /** Returns the checksum of each. */
    private Map<SweepArray, String> writeArrays(Map<SweepArray, StagedFile> files, SweepDirectory directory)
            throws IOException {
        Map<SweepArray, SweepArray.Sink> sinks = new LinkedHashMap<>();
        Map<SweepArray, GrowingChecksum> growing = new LinkedHashMap<>();
        try (Checkpoints checkpoints = new Checkpoints(directory.done(), directory::setDone)) {
            for (Map.Entry<SweepArray, StagedFile> each : files.entrySet()) {
                each.getValue().write(sweep.format().header(), 0);
                sinks.put(each.getKey(), each.getValue()::write);
                growing.put(
                        each.getKey(),
                        new GrowingChecksum(each.getValue(), sweep.format().fileSize()));
            }
            Workers.Listener listener = done -> {
                for (StagedFile file : files.values()) {
                    file.requireSize(sweep.format().position(done.end()));
                }
                for (GrowingChecksum sum : growing.values()) {
                    sum.upTo(sweep.format().position(done.elements()));
                }
                checkpoints.written(done.tiles());
            };
            new Workers(sweep, sinks, BulkEvaluator::of, written, directory.done(), listener).run(threads);
            Map<SweepArray, String> whole = new LinkedHashMap<>();
            for (Map.Entry<SweepArray, GrowingChecksum> each : growing.entrySet()) {
                whole.put(each.getKey(), each.getValue().whole());
            }
            checkpoints.end();
            return whole;
        } finally {
            growing.values().forEach(GrowingChecksum::close);
        }
    }
}
