package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.forecast.Forecast;
import io.github.cycliclr.sweep.output.StagedFile;
import io.github.cycliclr.sweep.plot.Picture;
import io.github.cycliclr.sweep.plot.SchedulePicture;
import io.github.cycliclr.sweep.plot.SweepPicture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code cycliclr plot}: a picture of one schedule or of a sweep. */
@Command(
        name = "plot",
        mixinStandardHelpOptions = true,
        versionProvider = Cycliclr.VersionLine.class,
        sortOptions = false,
        customSynopsis = {
            "cycliclr plot (SPEC.yaml [--seed=S] | --base-lr=B --max-lr=M --step-size-up=U",
            "              [the other options of fill that make a schedule] [--start=N] [--count=N])",
            "              -o=FILE"
        },
        description = {
            "Draws one schedule with the envelope of its peaks, or a sweep.",
            "A sweep is a line for each of up to 24 configurations, or the bands in which half, four fifths",
            "and all of them are; with a chart for each parameter group that differs from the others."
        },
        footer = {
            "",
            "A picture is 1,200 pixels wide; PNG has two for each, so that it stays sharp.",
            "",
            "Examples:",
            "  cycliclr plot --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --mode triangular2 -o rates.png",
            "  cycliclr plot --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --momentum --count 50000 -o rates.svg",
            "  cycliclr plot sweep/examples/sobol.yaml -o sweep.png"
        })
final class PlotCommand implements Callable<Integer> {
    private static final int CYCLES = 5;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(names = "--start", paramLabel = "N", description = "The first iteration; 0 if not given.")
    private Long start;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many iterations; five cycles of a schedule if not given.")
    private Long count;

    @Mixin
    private SeedOption seed;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "FILE.png or FILE.svg.")
    private Path output;

    /** Of a schedule. */
    private String summary;

    /** What is drawn. */
    static final class Source {
        @Parameters(paramLabel = "SPEC.yaml", description = "The specification of a sweep.")
        private Path file;

        @ArgGroup(exclusive = false)
        private ScheduleOptions schedule;
    }

    PlotCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String name = output.toString();
        boolean png = name.endsWith(".png");
        if (!png && !name.endsWith(".svg")) {
            throw wrong("-o is " + name + "; it must end with .png or .svg to say what to write");
        }
        Picture picture = source.file == null ? ofSchedule() : ofSweep();
        try (StagedFile file = StagedFile.create(output, 0);
                OutputStream out = file.stream()) {
            if (png) {
                picture.writePng(out);
            } else {
                picture.writeSvg(out);
            }
            out.flush();
            file.commit();
        }
        if (summary != null) {
            console.say(summary);
        }
        return 0;
    }

    private Picture ofSweep() throws IOException {
        if (start != null || count != null) {
            throw wrong((start != null ? "--start" : "--count") + " is of a schedule; a sweep is drawn whole");
        }
        return new SweepPicture(seed.configurations(source.file)).picture();
    }

    private Picture ofSchedule() {
        if (seed.isGiven()) {
            throw wrong("--seed is of a sweep; name its specification");
        }
        Schedule schedule = source.schedule.schedule(spec.commandLine());
        long first = start == null ? 0 : start;
        long most = Shape.LAST_ITERATION - first + 1;
        long period = schedule.shape().period();
        long cycles = period < most / CYCLES ? CYCLES * period + 1 : most;
        long length = count == null ? cycles : count;
        IterationOptions.checkRange(spec.commandLine(), first, length);
        Forecast forecast = new Forecast(schedule, false);
        forecast.warnings(first + length).forEach(console::warn);
        summary = forecast.summary(first, length);
        return new SchedulePicture(schedule, source.schedule.title(), first, length).picture();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
