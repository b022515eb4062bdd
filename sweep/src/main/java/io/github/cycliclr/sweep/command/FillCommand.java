package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.forecast.Forecast;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr fill}: the values of one schedule. */
final class FillCommand implements Command {
    private static final Option DTYPE = Arguments.valued("dtype");
    private static final Option OUTPUT = Arguments.output();

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(ScheduleOptions.ALL);
        options.addAll(List.of(IterationOptions.AT, IterationOptions.START, IterationOptions.COUNT, DTYPE, OUTPUT));
        return options;
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        ScheduleOptions options = new ScheduleOptions(arguments);
        Schedule schedule = options.schedule();
        IterationOptions iterations = new IterationOptions(arguments);
        DType dtype = arguments.oneOf(DTYPE, DType.values(), DType.FLOAT64);
        Path output = arguments.path(OUTPUT);
        boolean npy = output != null && Arguments.endsWith(output, ".npy", ".csv");
        options.warning().ifPresent(console::warn);
        Forecast forecast = new Forecast(schedule, dtype == DType.FLOAT32);
        forecast.warnings(iterations.end()).forEach(console::warn);
        FillValues values = new FillValues(schedule, iterations, dtype);
        if (output == null) {
            values.writeCsv(new StandardOutput(console.out()), bytes -> {});
            if (console.isTerminal()) {
                summarise(forecast, iterations, console);
            }
            return OK;
        }
        try (Progress progress = Progress.of(console, values.count())) {
            OutputFile.write(output, npy ? values.format().fileSize() : 0, out -> {
                if (npy) {
                    values.writeNpy(out, progress::add);
                } else {
                    values.writeCsv(out, progress::add);
                }
            });
        }
        summarise(forecast, iterations, console);
        return OK;
    }

    private static void summarise(Forecast forecast, IterationOptions iterations, Console console) {
        if (iterations.isRange()) {
            console.say(forecast.summary(iterations.iteration(0), iterations.count()));
        }
    }
}
