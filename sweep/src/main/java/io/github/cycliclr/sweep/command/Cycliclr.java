package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command {@code cycliclr}, which has the others below it. */
@Command(
        name = "cycliclr",
        mixinStandardHelpOptions = true,
        versionProvider = Cycliclr.VersionLine.class,
        description = "Cyclical learning-rate schedules in bulk: every value correctly rounded.",
        synopsisSubcommandLabel = "(fill | sweep | plot | verify | info | completion)",
        footer = {
            "",
            "Examples:",
            "  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --start 0 --count 8000",
            "  cycliclr sweep sweep/examples/sobol.yaml -o DIR",
            "  cycliclr plot sweep/examples/sobol.yaml -o sweep.png",
            "  cycliclr verify DIR",
            "  cycliclr fill --help",
            "",
            "Exit status: 0, 1 for a failure, 2 for wrong usage."
        })
final class Cycliclr implements Runnable {
    /** Says the version. */
    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"cycliclr " + Version.text()};
        }
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Cycliclr() {}

    private static Map<String, Function<Console, Object>> commands() {
        Map<String, Function<Console, Object>> commands = new LinkedHashMap<>();
        commands.put("fill", FillCommand::new);
        commands.put("sweep", SweepCommand::new);
        commands.put("plot", PlotCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("info", InfoCommand::new);
        return commands;
    }

    /** Runs a command line; returns the exit status. */
    static int run(Console console, String... args) {
        Complaints complaints = new Complaints(console.talk());
        PrintWriter help = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Cycliclr());
        Map<String, Function<Console, Object>> wanted = commands();
        if (args.length > 0 && wanted.containsKey(args[0])) {
            wanted.keySet().retainAll(List.of(args[0])); // it takes a while to build the others
        } else {
            wanted.put("completion", CompletionCommand::new); // of all of them
        }
        wanted.forEach((name, command) -> line.addSubcommand(name, command.apply(console)));
        line.registerConverter(Mode.class, new Spelling<>(Mode.class))
                .registerConverter(ScaleMode.class, new Spelling<>(ScaleMode.class))
                .registerConverter(DType.class, new Spelling<>(DType.class))
                .registerConverter(Layout.class, new Spelling<>(Layout.class))
                .setUsageHelpWidth(100)
                .setOut(help)
                .setParameterExceptionHandler((e, given) -> complaints.usage(e))
                .setExecutionExceptionHandler((e, command, given) -> complaints.failure(e));
        try {
            int status = line.execute(args);
            help.flush();
            return status;
        } catch (Error e) {
            return complaints.failure(e);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing; it must be fill, sweep, plot, verify, info or completion");
    }
}
