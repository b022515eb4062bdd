package io.github.cycliclr.sweep.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** What was given to a command, as the values that it takes. */
final class Arguments {
    /** An option of all commands. */
    static final Option HELP = new Option("h", "help", false, null);

    /** An option of all commands. */
    static final Option VERSION = new Option("V", "version", false, null);

    private final CommandLine line;

    private Arguments(CommandLine line) {
        this.line = line;
    }

    /** An option {@code --name VALUE}. */
    static Option valued(String name) {
        return new Option(null, name, true, null);
    }

    /** An option {@code --name}. */
    static Option flag(String name) {
        return new Option(null, name, false, null);
    }

    /** The option {@code -o}. */
    static Option output() {
        return new Option("o", "output", true, null);
    }

    /** @throws UsageException if the command takes no such words */
    static Arguments parse(Command command, List<String> words) {
        Options options = new Options().addOption(HELP).addOption(VERSION);
        command.options().forEach(options::addOption);
        checkDashes(words, options);
        CommandLine line;
        try {
            line = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(options, words.toArray(String[]::new));
        } catch (UnrecognizedOptionException e) {
            String word = e.getOption();
            String name = word.split("=", 2)[0];
            throw new UsageException(
                    options.hasLongOption(name.replaceFirst("--", ""))
                            ? name + " takes no value"
                            : "unknown option '" + word + "'");
        } catch (MissingArgumentException e) {
            throw new UsageException(name(e.getOption()) + " needs a value");
        } catch (ParseException e) {
            throw new UsageException(e.getMessage());
        }
        Set<String> seen = new HashSet<>();
        for (Option option : line.getOptions()) {
            if (!seen.add(option.getLongOpt())) {
                throw new UsageException(name(option) + " is given twice; give it once");
            }
        }
        if (line.getArgList().size() > command.operands()) {
            throw new UsageException(
                    "'" + line.getArgList().get(command.operands()) + "' is one too many; give options and "
                            + (command.operands() == 0 ? "nothing else" : "one file or directory"));
        }
        return new Arguments(line);
    }

    /** Names with one dash are not taken, as the parser would: what {@code -output} is would depend on the names. */
    private static void checkDashes(List<String> words, Options options) {
        for (String word : words) {
            if (word.equals("--")) {
                return;
            }
            for (Option option : options.getOptions()) {
                if (word.startsWith("-" + option.getLongOpt())) {
                    throw new UsageException("'" + word + "' has one dash; write --" + option.getLongOpt());
                }
            }
        }
    }

    /** Whether the option is given. */
    boolean has(Option option) {
        return line.hasOption(option);
    }

    /** The word that is no option. */
    Optional<Path> operand() {
        return line.getArgList().stream().findFirst().map(word -> path("the argument", word));
    }

    /** A file or directory, or null if it is not given. */
    Path path(Option option) {
        return has(option) ? path(name(option), text(option)) : null;
    }

    private static Path path(String what, String word) {
        if (word.isEmpty()) {
            throw new UsageException(what + " is empty; name a file or directory");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new UsageException(what + " is '" + word + "'; it must be a path here: " + e.getReason());
        }
    }

    /** A number, which must be given. */
    double requiredNumber(Option option) {
        return number(required(option));
    }

    /** A number, or null if it is not given. */
    Double number(Option option) {
        if (!has(option)) {
            return null;
        }
        try {
            return Double.valueOf(text(option));
        } catch (NumberFormatException e) {
            throw wrong(option, text(option), "a number");
        }
    }

    /** A whole number, which must be given. */
    long requiredWhole(Option option) {
        return whole(required(option));
    }

    /** A whole number, or null if it is not given. */
    Long whole(Option option) {
        return has(option) ? (Long) whole(option, text(option)) : null;
    }

    /** Whole numbers with commas between them, or null if they are not given. */
    long[] wholes(Option option) {
        if (!has(option)) {
            return null;
        }
        String[] words = text(option).split(",", -1);
        long[] numbers = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = whole(option, words[i]);
        }
        return numbers;
    }

    private static long whole(Option option, String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw wrong(option, word, "a whole number, less than 2^63");
        }
    }

    /** One of the constants, spelled as their {@code toString}, or the other one if the option is not given. */
    <E extends Enum<E>> E oneOf(Option option, E[] constants, E other) {
        if (!has(option)) {
            return other;
        }
        for (E constant : constants) {
            if (constant.toString().equals(text(option))) {
                return constant;
            }
        }
        throw wrong(option, text(option), alternatives(List.of(constants)));
    }

    /** "a, b or c" */
    static String alternatives(List<?> all) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : i == all.size() - 1 ? " or " : ", ").append(all.get(i));
        }
        return text.toString();
    }

    /**
     * Whether the name of the file to write ends with the first of two endings, which say what to write.
     *
     * @throws UsageException if it ends with neither
     */
    static boolean endsWith(Path output, String ending, String other) {
        String name = output.toString();
        if (!name.endsWith(ending) && !name.endsWith(other)) {
            throw new UsageException(
                    "-o is " + name + "; it must end with " + ending + " or " + other + " to say what to write");
        }
        return name.endsWith(ending);
    }

    private Option required(Option option) {
        if (!has(option)) {
            throw new UsageException(name(option) + " is missing");
        }
        return option;
    }

    /** As it is written; null if it is not given. */
    String text(Option option) {
        return line.getOptionValue(option);
    }

    private static UsageException wrong(Option option, String word, String right) {
        return new UsageException(name(option) + " is '" + word + "'; it must be " + right);
    }

    /** The option as it is written. */
    static String name(Option option) {
        return option.getOpt() == null ? "--" + option.getLongOpt() : "-" + option.getOpt();
    }
}
