package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.output.ConfigurationTable;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.SweepDirectory;
import io.github.cycliclr.sweep.run.Estimate;
import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.run.SweepArray;
import io.github.cycliclr.sweep.run.SweepRun;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr sweep}: the schedules of all configurations of a specification, into files. */
final class SweepCommand implements Command {
    private static final int ROWS_SHOWN = 5;

    private static final Option OUTPUT = Arguments.output();
    private static final Option DTYPE = Arguments.valued("dtype");
    private static final Option LAYOUT = Arguments.valued("layout");
    private static final Option RESUME = Arguments.flag("resume");
    private static final Option DRY_RUN = Arguments.flag("dry-run");

    @Override
    public List<Option> options() {
        return List.of(OUTPUT, DTYPE, LAYOUT, ThreadsOption.THREADS, SeedOption.SEED, RESUME, DRY_RUN);
    }

    @Override
    public int operands() {
        return 1;
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        Path file = arguments
                .operand()
                .orElseThrow(() -> new UsageException("SPEC.yaml is missing; name the specification of a sweep"));
        Path folder = arguments.path(OUTPUT);
        boolean dryRun = arguments.has(DRY_RUN);
        if (folder == null && !dryRun) {
            throw new UsageException("-o is missing; name the directory to write");
        }
        DType dtype = arguments.oneOf(DTYPE, DType.values(), DType.FLOAT32);
        Layout layout = arguments.oneOf(LAYOUT, Layout.values(), Layout.CONFIG_MAJOR);
        int workers = ThreadsOption.count(arguments);
        Sweep sweep = Sweep.of(SeedOption.configurations(arguments, file), dtype, layout);
        if (sweep.warned() > 0) {
            console.warn("gamma is above 1 in " + sweep.warned()
                    + (sweep.warned() == 1 ? " configuration: its" : " configurations: their")
                    + " amplitude grows without bound and leaves max_lr");
        }
        if (dryRun) {
            describe(sweep, workers, console.writer());
            return OK;
        }
        try (Progress progress = Progress.of(console, sweep.values())) {
            SweepRun run = new SweepRun(sweep, workers, progress::add);
            try (Interruption interruption = new Interruption(console)) {
                if (arguments.has(RESUME)) {
                    run.resume(folder);
                } else {
                    run.into(folder);
                }
            }
        }
        return OK;
    }

    private static void describe(Sweep sweep, int workers, Writer out) throws IOException {
        String array = ": shape " + sweep.format().shapeText() + ", " + sweep.dtype() + ", "
                + sweep.format().fileSize() + " bytes\n";
        for (SweepArray each : SweepArray.of(sweep)) {
            out.write(each.name() + array);
        }
        out.write(String.format(
                Locale.ROOT,
                "estimated time: %.1f s to compute on %d %s, and that of writing %,d bytes%n",
                Estimate.seconds(sweep, workers),
                workers,
                workers == 1 ? "thread" : "threads",
                sweep.bytes()));
        int shown = Math.min(ROWS_SHOWN, sweep.configurations().count());
        int count = sweep.configurations().count();
        out.write(SweepDirectory.CONFIGURATIONS + ": " + count + (count == 1 ? " row" : " rows") + ", the first "
                + shown + ":\n");
        ConfigurationTable.write(sweep.configurations(), shown, out);
    }
}
