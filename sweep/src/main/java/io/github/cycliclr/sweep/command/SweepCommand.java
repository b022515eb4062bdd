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
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code cycliclr sweep}: the schedules of all configurations of a specification, into files. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Cycliclr.VersionLine.class,
        sortOptions = false,
        description = {
            "Computes the schedules of a hyperparameter sweep into files.",
            "Training jobs open them: learning_rate.npy, momentum.npy where momentum cycles (NaN in rows where it does not),",
            "configs.csv with one row a configuration, and manifest.json with all that makes them again."
        },
        footer = {
            "",
            "The specification follows W&B sweep files. Parameters are named as in PyTorch's CyclicLR, with its",
            "defaults; max_lr_factor, in place of max_lr, is a multiple of base_lr:",
            "  method: sobol          # or grid, random",
            "  run_cap: 256           # configurations; a grid may leave it out",
            "  iterations: 100000     # of each schedule",
            "  seed: 7                # 0 if left out; --seed comes first",
            "  parameters:",
            "    base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}",
            "    max_lr_factor: {values: [3, 10, 30]}",
            "    step_size_up: {distribution: q_log_uniform_values, min: 500, max: 8000, q: 100}",
            "    mode: {values: [triangular, triangular2, exp_range]}",
            "    gamma: {value: 0.9999}",
            "  parameter_groups:      # more than one, over the same cycles",
            "    head: {base_lr_factor: {values: [1, 10]}}",
            "Distributions: uniform, log_uniform_values, normal, log_normal, each also with q_ before it,",
            "inv_log_uniform_values, int_uniform, constant, categorical, which takes probabilities. min and max",
            "alone are int_uniform if both are whole numbers, else uniform. With iterations_per_epoch step sizes",
            "are numbers of epochs, and epochs can take the place of iterations. In a grid the last parameter",
            "varies fastest. Sobol has a dimension for each parameter that is not constant, in the order of the",
            "file; a seed other than 0 shifts it. The same seed gives the same sweep, to the bit.",
            "A parameter group may have a base_lr or base_lr_factor (a multiple of the first group's), a max_lr",
            "or max_lr_factor, a base_momentum and a max_momentum; the rest is that of parameters. It has files",
            "of its own, learning_rate.head.npy and momentum.head.npy.",
            "",
            "Killed or out of space, a sweep leaves what it has done: the same command with --resume goes on.",
            "",
            "Examples:",
            "  cycliclr sweep sweep/examples/sobol.yaml -o DIR",
            "  cycliclr sweep SPEC.yaml -o DIR --resume",
            "  cycliclr sweep SPEC.yaml --dry-run",
            "  python3 -c 'import numpy; print(numpy.load(\"DIR/learning_rate.npy\", mmap_mode=\"r\").shape)'"
        })
final class SweepCommand implements Callable<Integer> {
    private static final int ROWS_SHOWN = 5;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SPEC.yaml", description = "The specification of the sweep.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the files go; made if missing, refused if it holds a sweep already.")
    private Path folder;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = "float32",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private DType dtype;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "config-major",
            description = "${COMPLETION-CANDIDATES}: a row a configuration, or a row an iteration; "
                    + "${DEFAULT-VALUE} if not given.")
    private Layout layout;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private SeedOption seed;

    @Option(names = "--resume", description = "Go on with a sweep that was interrupted; begin it if there is none.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Say what would be written, and the first configurations.")
    private boolean dryRun;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if ((folder == null || folder.toString().isEmpty()) && !dryRun) {
            throw new ParameterException(spec.commandLine(), "-o is missing; name the directory to write");
        }
        int workers = threads.count(spec.commandLine());
        Sweep sweep = Sweep.of(seed.configurations(file), dtype, layout);
        if (sweep.warned() > 0) {
            console.warn("gamma is above 1 in " + sweep.warned()
                    + " configurations: their amplitude grows without bound and leaves max_lr");
        }
        if (dryRun) {
            describe(sweep, workers);
            return 0;
        }
        try (Progress progress = Progress.of(console, sweep.values())) {
            SweepRun run = new SweepRun(sweep, workers, progress::add);
            try (Interruption interruption = new Interruption(console)) {
                if (resume) {
                    run.resume(folder);
                } else {
                    run.into(folder);
                }
            }
        }
        return 0;
    }

    private void describe(Sweep sweep, int workers) throws IOException {
        Writer out = console.writer();
        String array = ": shape " + sweep.format().shapeText() + ", " + dtype + ", "
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
        out.write(SweepDirectory.CONFIGURATIONS + ": " + sweep.configurations().count() + " rows, the first " + shown
                + ":\n");
        ConfigurationTable.write(sweep.configurations(), shown, out);
    }
}
