package io.github.cycliclr.sweep.run;

import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.output.ConfigurationTable;
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
 * Computes a sweep into a folder. Memory is a block a thread and a few bands of schedules, whatever the size of the
 * sweep.
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
     * Writes all files, or none.
     *
     * @throws IOException if one cannot be written
     */
    public void into(Path folder) throws IOException {
        try (SweepDirectory directory = SweepDirectory.open(folder, sweep.bytes())) {
            Map<String, ArrayFile> arrays = new LinkedHashMap<>();
            StagedFile rates = directory.stage(SweepDirectory.LEARNING_RATE);
            arrays.put(
                    SweepDirectory.LEARNING_RATE,
                    new ArrayFile(rates, sweep, schedule -> Optional.of(schedule.learningRate())));
            if (sweep.hasMomentum()) {
                StagedFile momenta = directory.stage(SweepDirectory.MOMENTUM);
                arrays.put(SweepDirectory.MOMENTUM, new ArrayFile(momenta, sweep, Schedule::momentum));
            }
            StagedFile table = directory.stage(SweepDirectory.CONFIGURATIONS);
            try (Writer writer = new OutputStreamWriter(table.stream(), StandardCharsets.UTF_8)) {
                ConfigurationTable.write(
                        sweep.configurations(), sweep.configurations().count(), writer);
            }
            for (ArrayFile array : arrays.values()) {
                array.writeHeader();
            }
            new Workers(sweep, List.copyOf(arrays.values()), written).run(threads);
            Manifest manifest = new Manifest(sweep.configurations(), sweep.dtype(), sweep.layout());
            for (Map.Entry<String, ArrayFile> array : arrays.entrySet()) {
                manifest.addArray(array.getKey(), array.getValue().file(), sweep.format());
            }
            manifest.addFile(SweepDirectory.CONFIGURATIONS, table);
            directory.stage(SweepDirectory.MANIFEST).write(StandardCharsets.UTF_8.encode(manifest.toString()), 0);
            directory.commit();
        }
    }
}
