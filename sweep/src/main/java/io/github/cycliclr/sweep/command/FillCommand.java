package io.github.cycliclr.sweep.command;

import static io.github.cycliclr.sweep.command.ValueOption.choice;
import static io.github.cycliclr.sweep.command.ValueOption.output;

import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.command.Output.Format;
import io.github.cycliclr.sweep.forecast.Forecast;
import io.github.cycliclr.sweep.output.DType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr fill}: the values of one schedule. */
final class FillCommand implements Command {
    private static final ValueOption<DType> DTYPE =
            choice("dtype", "TYPE", "The type of the values: %s; default float64.", List.of(DType.values()));
    private static final ValueOption<Path> OUTPUT =
            output("FILE", "FILE.npy, FILE.csv, or a pipe or device; default -, which is standard output.");
    private static final ValueOption<Format> FORMAT = choice(
            "format",
            "FORMAT",
            "The format: %s; default the ending of FILE, csv on standard output.",
            List.of(Format.NPY, Format.CSV));

    @Override
    public Description description() {
        List<Option> options = new ArrayList<>(ScheduleOptions.ALL);
        options.addAll(
                List.of(IterationOptions.AT, IterationOptions.START, IterationOptions.COUNT, DTYPE, OUTPUT, FORMAT));
        return new Description(
                "cycliclr fill --base-lr B --max-lr M --step-size-up U [OPTIONS] (--at N1,N2,... | --count N)",
                "Computes the values of one schedule at many iterations.",
                "",
                options,
                0,
                """
                CSV has the columns iteration,learning_rate[,momentum]; its numbers read back to the same values.
                NPY holds the learning rates, shape (N,); with --momentum also the momenta, shape (2, N):
                  learning_rate, momentum = numpy.load("FILE.npy")
                A file appears under its name when it is complete, and replaces an older one of that name.

                Examples:
                  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --count 8000
                  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --mode exp_range \\
                      --gamma 0.99994 --momentum --at 0,2000,1000000000000
                  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --count 1000000 \\
                      --dtype float32 -o rates.npy
                  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --count 1000000 \\
                      --format npy | train
                """);
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        Schedule schedule = ScheduleOptions.schedule(arguments);
        IterationOptions iterations = IterationOptions.of(arguments);
        DType dtype = arguments.value(DTYPE, DType.FLOAT64);
        Output output = Output.of(arguments, arguments.value(OUTPUT, null), FORMAT, Format.CSV);
        ScheduleOptions.warn(arguments, console);
        Forecast forecast = new Forecast(schedule, dtype == DType.FLOAT32);
        forecast.warnings(iterations.end()).forEach(console::warn);
        FillValues values = new FillValues(schedule, iterations, dtype);
        boolean toFile = output.file() != null;
        boolean npy = output.format() == Format.NPY;
        try (Progress progress = Progress.of(console, toFile ? values.count() : 0)) {
            if (npy) {
                output.write(console, values.format().fileSize(), out -> values.writeNpy(out, progress::add));
            } else {
                output.write(console, 0, out -> values.writeCsv(out, progress::add));
            }
        }
        if (iterations.isRange() && (toFile || console.isTerminal())) {
            console.message(forecast.summary(iterations.iteration(0), iterations.count()));
        }
        return OK;
    }
}
