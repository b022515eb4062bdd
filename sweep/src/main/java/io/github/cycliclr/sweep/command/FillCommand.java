package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.forecast.Forecast;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.StagedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code cycliclr fill}: the values of one schedule. */
@Command(
        name = "fill",
        mixinStandardHelpOptions = true,
        versionProvider = Cycliclr.VersionLine.class,
        sortOptions = false,
        customSynopsis = {
            "cycliclr fill --base-lr=B --max-lr=M --step-size-up=U [--step-size-down=D]",
            "              [--mode=MODE] [--gamma=G] [--scale-mode=X]",
            "              [--momentum [--base-momentum=A] [--max-momentum=Z]]",
            "              (--at=n1,n2,... | --start=N --count=N) [--dtype=TYPE] [-o=FILE]"
        },
        description = {
            "Computes the values of one schedule at many iterations.",
            "Without -o they are printed as CSV: iteration,learning_rate[,momentum]."
        },
        footer = {
            "",
            "A .npy file holds the learning rates, shape (N,); with --momentum also the momenta, shape (2, N):",
            "  learning_rate, momentum = numpy.load(\"FILE.npy\")",
            "A file appears under its name when it is complete; an older one of that name is replaced.",
            "",
            "Examples:",
            "  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --start 0 --count 8000",
            "  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --mode exp_range \\",
            "      --gamma 0.99994 --momentum --at 0,2000,1000000000000",
            "  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --start 0 --count 1000000 \\",
            "      --dtype float32 -o rates.npy"
        })
final class FillCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ScheduleOptions scheduleOptions;

    @Mixin
    private IterationOptions iterations;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = "float64",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private DType dtype;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to FILE.npy or FILE.csv instead.")
    private Path output;

    FillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        iterations.check(spec.commandLine());
        String extension = extension();
        Schedule schedule = scheduleOptions.schedule(spec.commandLine());
        Forecast forecast = new Forecast(schedule, dtype == DType.FLOAT32);
        forecast.warnings(iterations.end()).forEach(console::warn);
        FillValues values = new FillValues(schedule, iterations, dtype);
        if (output == null) {
            values.writeCsv(new StandardOutput(console.out()), bytes -> {});
            if (console.isTerminal()) {
                summarise(forecast);
            }
            return 0;
        }
        try (Progress progress = Progress.of(console, values.count());
                StagedFile file = StagedFile.create(
                        output, extension.equals("npy") ? values.format().fileSize() : 0)) {
            if (extension.equals("npy")) {
                values.writeNpy(file, progress::add);
            } else {
                values.writeCsv(file.stream(), progress::add);
            }
            file.commit();
        }
        summarise(forecast);
        return 0;
    }

    private void summarise(Forecast forecast) {
        if (iterations.isRange()) {
            console.say(forecast.summary(iterations.iteration(0), iterations.count()));
        }
    }

    private String extension() {
        if (output == null) {
            return "";
        }
        String name = output.toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (!List.of("npy", "csv").contains(extension)) {
            throw new ParameterException(
                    spec.commandLine(), "-o is " + name + "; it must end with .npy or .csv to say what to write");
        }
        return extension;
    }
}
