package io.github.cycliclr.sweep.command;

import static io.github.cycliclr.sweep.command.Arguments.flag;
import static io.github.cycliclr.sweep.command.ValueOption.choice;
import static io.github.cycliclr.sweep.command.ValueOption.output;

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

/** The command {@code cycliclr sweep}: the schedules of all configurations of a specification, in files. */
final class SweepCommand implements Command {
    private static final int ROWS_SHOWN = 5;

    private static final ValueOption<Path> OUTPUT =
            output("DIR", "The directory to write; made if it is missing, refused if it holds a sweep already.");
    private static final ValueOption<DType> DTYPE =
            choice("dtype", "TYPE", "The type of the values: %s; default float32.", List.of(DType.values()));
    private static final ValueOption<Layout> LAYOUT = choice(
            "layout",
            "LAYOUT",
            "%s: a row is a configuration, or a row is an iteration; default config-major.",
            List.of(Layout.values()));
    private static final Option RESUME =
            flag("resume", "Continue a sweep that was interrupted; begin it if there is none.");
    private static final Option DRY_RUN =
            flag("dry-run", "Write nothing; print what would be written, and the first configurations.");

    @Override
    public Description description() {
        return new Description(
                "cycliclr sweep SPEC.yaml (-o DIR | --dry-run) [OPTIONS]",
                "Computes the schedules of a hyperparameter sweep into files.",
                """
                SPEC.yaml is the specification of the sweep; - is standard input. Training jobs open the files of
                DIR: learning_rate.npy, momentum.npy where momentum cycles (NaN in rows where it does not),
                configs.csv with one row for each configuration, and manifest.json with all that reproduces them.
                """,
                List.of(OUTPUT, DTYPE, LAYOUT, SweepOptions.THREADS, SweepOptions.SEED, RESUME, DRY_RUN),
                1,
                """
                The specification follows W&B sweep files. Parameters are named as in PyTorch's CyclicLR, with its
                defaults; max_lr_factor, in place of max_lr, is a multiple of base_lr:
                  method: sobol          # or grid, random
                  run_cap: 256           # configurations; optional for a grid
                  iterations: 100000     # of each schedule
                  seed: 7                # default 0; --seed takes precedence
                  parameters:
                    base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}
                    max_lr_factor: {values: [3, 10, 30]}
                    step_size_up: {distribution: q_log_uniform_values, min: 500, max: 8000, q: 100}
                    mode: {values: [triangular, triangular2, exp_range]}
                    gamma: {value: 0.9999}
                  parameter_groups:      # further groups, over the same cycles
                    head: {base_lr_factor: {values: [1, 10]}}
                Distributions: uniform, log_uniform_values, normal, log_normal, each also with the prefix q_;
                inv_log_uniform_values, int_uniform, constant; categorical, which takes probabilities. min and max
                alone are int_uniform if both are whole numbers, else uniform. With iterations_per_epoch step
                sizes are numbers of epochs, and epochs can replace iterations. In a grid the last parameter
                varies fastest. Sobol has a dimension for each parameter that is not constant, in the order of the
                file; a seed other than 0 shifts it. The same seed gives the same sweep, to the bit.
                A parameter group may have a base_lr or base_lr_factor (a multiple of the first group's), a max_lr
                or max_lr_factor, a base_momentum and a max_momentum; the rest is that of parameters. It has files
                of its own, learning_rate.head.npy and momentum.head.npy.

                A sweep that is killed or runs out of space keeps what it has done: --resume continues it.

                Examples:
                  cycliclr sweep sweep/examples/sobol.yaml -o DIR
                  cycliclr sweep SPEC.yaml -o DIR --resume
                  cycliclr sweep SPEC.yaml --dry-run
                  python3 -c 'import numpy; print(numpy.load("DIR/learning_rate.npy", mmap_mode="r").shape)'
                """);
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        Path file = arguments.operand();
        if (file == null) {
            throw new UsageException("SPEC.yaml is missing; name the specification of a sweep");
        }
        boolean dryRun = arguments.has(DRY_RUN);
        Path directory = arguments.value(OUTPUT, null);
        if (directory == null && !dryRun) {
            throw new UsageException("-o is missing; name the directory to write");
        }
        DType dtype = arguments.value(DTYPE, DType.FLOAT32);
        Layout layout = arguments.value(LAYOUT, Layout.CONFIG_MAJOR);
        int threads = SweepOptions.threads(arguments);
        Sweep sweep = Sweep.of(SweepOptions.configurations(arguments, file), dtype, layout);
        if (sweep.warned() > 0) {
            console.warn("gamma is above 1 in " + sweep.warned()
                    + (sweep.warned() == 1 ? " configuration: its" : " configurations: their")
                    + " amplitude grows without bound and leaves max_lr");
        }
        if (dryRun) {
            describe(sweep, threads, console.writer());
            return OK;
        }
        try (Progress progress = Progress.of(console, sweep.values());
                Interruption interruption = new Interruption(console)) {
            SweepRun run = new SweepRun(sweep, threads, progress::add);
            if (arguments.has(RESUME)) {
                run.resume(directory);
            } else {
                run.into(directory);
            }
        }
        return OK;
    }

    private static void describe(Sweep sweep, int threads, Writer out) throws IOException {
        for (SweepArray array : SweepArray.of(sweep)) {
            out.write(array.name() + ": shape " + sweep.format().shapeText() + ", " + sweep.dtype() + ", "
                    + sweep.format().fileSize() + " bytes\n");
        }
        out.write(String.format(
                Locale.ROOT,
                "estimated time: %.1f s to compute on %d %s, and that of writing %,d bytes%n",
                Estimate.seconds(sweep, threads),
                threads,
                threads == 1 ? "thread" : "threads",
                sweep.bytes()));
        int count = sweep.configurations().count();
        int shown = Math.min(ROWS_SHOWN, count);
        out.write(SweepDirectory.CONFIGURATIONS + ": " + count + (count == 1 ? " row" : " rows") + ", the first "
                + shown + ":\n");
        ConfigurationTable.write(sweep.configurations(), shown, out);
    }
}
