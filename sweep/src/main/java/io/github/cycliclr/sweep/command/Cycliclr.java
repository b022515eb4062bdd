package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.output.Version;
import java.io.IOException;
import java.util.List;

/** The command {@code cycliclr} and its commands. */
final class Cycliclr {
    static final List<String> COMMANDS = List.of("fill", "sweep", "plot", "verify", "info", "completion");

    private Cycliclr() {}

    /** Runs a command line; returns the exit status. */
    static int run(Console console, String... args) {
        ErrorReport errors = new ErrorReport(console);
        String first = args.length == 0 ? "" : args[0];
        boolean isCommand = COMMANDS.contains(first);
        try {
            if (isCommand) {
                return run(command(first), List.of(args).subList(1, args.length), console);
            }
            console.print(withoutCommand(first, args));
            return Command.OK;
        } catch (UsageException e) {
            return errors.usage(e, isCommand ? "cycliclr " + first : "cycliclr");
        } catch (Exception | Error e) {
            return errors.failure(e);
        }
    }

    private static int run(Command command, List<String> words, Console console) throws IOException {
        Description description = command.description();
        Arguments arguments = Arguments.parse(description, words);
        if (arguments.has(Description.HELP)) {
            console.print(description.help());
            return Command.OK;
        }
        if (arguments.has(Description.VERSION)) {
            console.print(version());
            return Command.OK;
        }
        return command.run(arguments, console);
    }

    private static String withoutCommand(String first, String... args) {
        String commands = ValueOption.alternatives(COMMANDS);
        return switch (first) {
            case "-h", "--help" -> help();
            case "help" ->
                args.length > 1 && COMMANDS.contains(args[1])
                        ? command(args[1]).description().help()
                        : help();
            case "-V", "--version" -> version();
            case "" -> throw new UsageException("a command is missing; it must be " + commands);
            default ->
                throw new UsageException(
                        first.startsWith("-")
                                ? "unknown option '" + first + "'; begin with a command, " + commands
                                : "unknown command '" + first + "'; it must be " + commands);
        };
    }

    static Command command(String name) {
        return switch (name) {
            case "fill" -> new FillCommand();
            case "sweep" -> new SweepCommand();
            case "plot" -> new PlotCommand();
            case "verify" -> new VerifyCommand();
            case "info" -> new InfoCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String version() {
        return "cycliclr " + Version.text() + "\n";
    }

    private static String help() {
        StringBuilder commands = new StringBuilder();
        for (String name : COMMANDS) {
            commands.append(
                    "  %-11s %s\n".formatted(name, command(name).description().summary()));
        }
        return """
                Usage: cycliclr COMMAND [ARGUMENTS]
                       cycliclr --help | --version
                Cyclical learning-rate schedules in bulk: every value correctly rounded.

                Commands, each with its own --help:
                %s
                Examples:
                  cycliclr fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 --count 8000
                  cycliclr sweep sweep/examples/sobol.yaml -o DIR
                  cycliclr plot sweep/examples/sobol.yaml -o sweep.png
                  cycliclr verify DIR
                  cycliclr fill --help

                Exit status: 0, 1 for a failure, 2 for wrong usage.
                """.formatted(commands);
    }
}
