package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.Transfer;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Computes a sweep much larger than memory, and writes some of it, over and over to the same few bytes. */
final class LargeSweep {
    /** Of so many runs of bytes one is written. */
    private static final int WRITTEN = 16;

    private static final long TARGET = 1L << 26;

    private LargeSweep() {}

    /** Arguments: the specification, the layout, a file to write. Prints how many bytes there were. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Layout layout = Layout.valueOf(arguments[1]);
        Configurations configurations = new Configurations(SpecificationReader.read(file, file), 0);
        Sweep sweep = Sweep.of(configurations, DType.FLOAT32, layout);
        AtomicLong bytes = new AtomicLong();
        AtomicLong runs = new AtomicLong();
        try (FileChannel target =
                FileChannel.open(Path.of(arguments[2]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            SweepArray.Sink sink = (run, position) -> {
                bytes.addAndGet(run.remaining());
                if (runs.getAndIncrement() % WRITTEN == 0) {
                    Transfer.write(target, run, position % TARGET);
                }
            };
            Map<SweepArray, SweepArray.Sink> sinks = new LinkedHashMap<>();
            SweepArray.of(sweep).forEach(array -> sinks.put(array, sink));
            new Workers(sweep, sinks, BulkEvaluator::of, values -> {})
                    .run(Runtime.getRuntime().availableProcessors());
        }
        Files.delete(Path.of(arguments[2]));
        System.out.println(bytes);
    }
}
