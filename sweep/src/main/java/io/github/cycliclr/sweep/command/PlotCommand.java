package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.forecast.Forecast;
import io.github.cycliclr.sweep.output.OutputFile;
import io.github.cycliclr.sweep.plot.Picture;
import io.github.cycliclr.sweep.plot.SchedulePicture;
import io.github.cycliclr.sweep.plot.SweepPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr plot}: a picture of one schedule or of a sweep. */
final class PlotCommand implements Command {
    private static final int CYCLES = 5;

    private static final Option OUTPUT = Arguments.output();

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>(ScheduleOptions.ALL);
        options.addAll(List.of(IterationOptions.START, IterationOptions.COUNT, SeedOption.SEED, OUTPUT));
        return options;
    }

    @Override
    public int operands() {
        return 1;
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        Optional<Path> specification = arguments.operand();
        boolean ofSchedule = ScheduleOptions.areIn(arguments);
        if (specification.isPresent() == ofSchedule) {
            throw new UsageException(
                    ofSchedule
                            ? "SPEC.yaml and options of a schedule exclude each other; give one of them"
                            : "what to draw is missing; give SPEC.yaml, or --base-lr, --max-lr and --step-size-up");
        }
        Path output = output(arguments);
        if (ofSchedule) {
            drawSchedule(arguments, output, console);
        } else {
            drawSweep(arguments, specification.get(), output);
        }
        return OK;
    }

    private static void drawSweep(Arguments arguments, Path specification, Path output) throws IOException {
        for (Option option : List.of(IterationOptions.START, IterationOptions.COUNT)) {
            if (arguments.has(option)) {
                throw new UsageException(Arguments.name(option) + " is of a schedule; a sweep is drawn whole");
            }
        }
        write(new SweepPicture(SeedOption.configurations(arguments, specification)).picture(), output);
    }

    private static void drawSchedule(Arguments arguments, Path output, Console console) throws IOException {
        if (arguments.has(SeedOption.SEED)) {
            throw new UsageException("--seed is of a sweep; name its specification");
        }
        ScheduleOptions options = new ScheduleOptions(arguments);
        Schedule schedule = options.schedule();
        Long start = arguments.whole(IterationOptions.START);
        Long count = arguments.whole(IterationOptions.COUNT);
        long first = start == null ? 0 : start;
        long most = Shape.LAST_ITERATION - first + 1;
        long period = schedule.shape().period();
        long cycles = period < most / CYCLES ? CYCLES * period + 1 : most;
        long length = count == null ? cycles : count;
        IterationOptions.checkRange(first, length);
        options.warning().ifPresent(console::warn);
        Forecast forecast = new Forecast(schedule, false);
        forecast.warnings(first + length).forEach(console::warn);
        write(new SchedulePicture(schedule, options.title(), first, length).picture(), output);
        console.say(forecast.summary(first, length));
    }

    private static Path output(Arguments arguments) {
        Path output = arguments.path(OUTPUT);
        if (output == null) {
            throw new UsageException("-o is missing; name the picture to write, FILE.png or FILE.svg");
        }
        Arguments.endsWith(output, ".png", ".svg"); // one of them, before there is anything to write
        return output;
    }

    private static void write(Picture picture, Path output) throws IOException {
        boolean png = Arguments.endsWith(output, ".png", ".svg");
        OutputFile.write(output, 0, png ? picture::writePng : picture::writeSvg);
    }
}
