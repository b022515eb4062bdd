package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.output.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command {@code cycliclr}, which has the others below it. */
final class Cycliclr {
    /** The names of the commands. */
    static final List<String> COMMANDS = List.of("fill", "sweep", "plot", "verify", "info", "completion");

    private Cycliclr() {}

    /** Runs a command line; returns the exit status. */
    static int run(Console console, String... args) {
        Complaints complaints = new Complaints(console.talk());
        String first = args.length == 0 ? "" : args[0];
        try {
            if (COMMANDS.contains(first)) {
                return run(first, List.of(args).subList(1, args.length), console);
            }
            switch (first) {
                case "" -> throw new UsageException("a command is missing" + mustBe());
                case "-h", "--help" -> console.print(help("cycliclr"));
                case "help" ->
                    console.print(help(args.length > 1 && COMMANDS.contains(args[1]) ? args[1] : "cycliclr"));
                case "-V", "--version" -> console.print(version());
                default ->
                    throw new UsageException(
                            first.startsWith("-")
                                    ? "unknown option '" + first + "'; begin with a command, "
                                            + Arguments.alternatives(COMMANDS)
                                    : "unknown command '" + first + "'" + mustBe());
            }
            return Command.OK;
        } catch (UsageException e) {
            return complaints.usage(e, COMMANDS.contains(first) ? "cycliclr " + first : "cycliclr");
        } catch (Exception | Error e) {
            return complaints.failure(e);
        }
    }

    private static int run(String name, List<String> words, Console console) throws IOException {
        Command command = command(name);
        Arguments arguments = Arguments.parse(command, words);
        if (arguments.has(Arguments.HELP)) {
            console.print(help(name));
            return Command.OK;
        }
        if (arguments.has(Arguments.VERSION)) {
            console.print(version());
            return Command.OK;
        }
        return command.run(arguments, console);
    }

    /** The command of a name. */
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

    private static String mustBe() {
        return "; it must be " + Arguments.alternatives(COMMANDS);
    }

    private static String version() {
        return "cycliclr " + Version.text() + "\n";
    }

    private static String help(String name) throws IOException {
        return resource(name + ".txt");
    }

    /** A text that is beside the classes of the commands. */
    static String resource(String name) throws IOException {
        try (InputStream in = Cycliclr.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
