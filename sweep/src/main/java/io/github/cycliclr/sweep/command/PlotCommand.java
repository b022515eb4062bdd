package io.github.cycliclr.sweep.command;

import static io.github.cycliclr.sweep.command.ValueOption.choice;
import static io.github.cycliclr.sweep.command.ValueOption.output;

import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.command.Output.Format;
import io.github.cycliclr.sweep.forecast.Forecast;
import io.github.cycliclr.sweep.plot.Picture;
import io.github.cycliclr.sweep.plot.SchedulePicture;
import io.github.cycliclr.sweep.plot.SweepPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr plot}: a picture of one schedule or of a sweep. */
final class PlotCommand implements Command {
    private static final int CYCLES = 5;

    private static final ValueOption<Path> OUTPUT =
            output("FILE", "FILE.png, FILE.svg, a pipe or device, or - for standard output.");
    private static final ValueOption<Format> FORMAT =
            choice("format", "FORMAT", "The format: %s; default the ending of FILE.", List.of(Format.PNG, Format.SVG));

    @Override
    public Description description() {
        List<Option> options = new ArrayList<>(ScheduleOptions.ALL);
        options.addAll(List.of(IterationOptions.START, IterationOptions.COUNT, SweepOptions.SEED, OUTPUT, FORMAT));
        return new Description(
                """
                cycliclr plot --base-lr B --max-lr M --step-size-up U [OPTIONS] -o FILE
                       cycliclr plot SPEC.yaml [--seed S] [--format FORMAT] -o FILE""", "Draws one schedule with the envelope of its peaks, or a sweep.", """
                Without --count a schedule is drawn over five cycles.
                SPEC.yaml is the specification of a sweep; - is standard input. A sweep is a line for each of up to
                24 configurations, or else the bands that hold half, four fifths and all of them, with a chart for
                each parameter group that differs from the others.
                """, options, 1, """
                A picture is 1,200 pixels wide; PNG has two for each, so that it stays sharp.

                Examples:
                  cycliclr plot --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --mode triangular2 -o rates.png
                  cycliclr plot --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --momentum --count 50000 \\
                      -o rates.svg
                  cycliclr plot sweep/examples/sobol.yaml -o sweep.png
                """);
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        Path specification = arguments.operand();
        boolean ofSchedule = ScheduleOptions.areIn(arguments);
        if (ofSchedule == (specification != null)) {
            throw new UsageException(
                    ofSchedule
                            ? "SPEC.yaml and options of a schedule exclude each other; give one of them"
                            : "what to draw is missing; give SPEC.yaml, or --base-lr, --max-lr and --step-size-up");
        }
        if (!arguments.has(OUTPUT)) {
            throw new UsageException("-o is missing; name the picture to write, FILE.png or FILE.svg");
        }
        Output output = Output.of(arguments, arguments.required(OUTPUT), FORMAT, null);
        if (ofSchedule) {
            drawSchedule(arguments, output, console);
        } else {
            drawSweep(arguments, specification, output, console);
        }
        return OK;
    }

    private static void drawSweep(Arguments arguments, Path specification, Output output, Console console)
            throws IOException {
        for (Option option : List.of(IterationOptions.START, IterationOptions.COUNT)) {
            if (arguments.has(option)) {
                throw new UsageException(Arguments.name(option) + " is of a schedule; a sweep is drawn whole");
            }
        }
        write(new SweepPicture(SweepOptions.configurations(arguments, specification)).picture(), output, console);
    }

    private static void drawSchedule(Arguments arguments, Output output, Console console) throws IOException {
        if (arguments.has(SweepOptions.SEED)) {
            throw new UsageException("--seed is of a sweep; name its specification");
        }
        Schedule schedule = ScheduleOptions.schedule(arguments);
        long period = schedule.shape().period();
        IterationOptions iterations = IterationOptions.range(arguments, CYCLES * period + 1);
        ScheduleOptions.warn(arguments, console);
        Forecast forecast = new Forecast(schedule, false);
        forecast.warnings(iterations.end()).forEach(console::warn);
        long first = iterations.iteration(0);
        String title = ScheduleOptions.title(arguments, schedule);
        write(new SchedulePicture(schedule, title, first, iterations.count()).picture(), output, console);
        console.message(forecast.summary(first, iterations.count()));
    }

    private static void write(Picture picture, Output output, Console console) throws IOException {
        output.write(console, 0, output.format() == Format.PNG ? picture::writePng : picture::writeSvg);
    }
}
