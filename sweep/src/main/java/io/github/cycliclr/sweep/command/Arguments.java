package io.github.cycliclr.sweep.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The arguments of a command. */
final class Arguments {
    private final CommandLine line;

    private Arguments(CommandLine line) {
        this.line = line;
    }

    static Option flag(String name, String description) {
        return new Option(null, name, false, description);
    }

    /** @throws UsageException if the command does not take these words */
    static Arguments parse(Description command, List<String> words) {
        Options options = new Options();
        command.options().forEach(options::addOption);
        checkDashes(command.options(), words);
        CommandLine line = parse(options, words);
        for (Option option : command.options()) {
            if (Stream.of(line.getOptions()).filter(option::equals).count() > 1) {
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

    private static CommandLine parse(Options options, List<String> words) {
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        try {
            return parser.parse(options, words.toArray(String[]::new));
        } catch (UnrecognizedOptionException e) {
            String name = e.getOption().split("=", 2)[0];
            boolean isFlag = options.hasLongOption(name.replaceFirst("--", ""));
            throw new UsageException(isFlag ? name + " takes no value" : "unknown option '" + e.getOption() + "'");
        } catch (MissingArgumentException e) {
            throw new UsageException(name(e.getOption()) + " needs a value");
        } catch (ParseException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Rejects long names with one dash: the parser would take {@code -output} for {@code -o utput}. */
    private static void checkDashes(List<Option> options, List<String> words) {
        for (String word : words) {
            if (word.equals("--")) {
                return;
            }
            for (Option option : options) {
                if (word.startsWith("-" + option.getLongOpt())) {
                    throw new UsageException("'" + word + "' has one dash; write --" + option.getLongOpt());
                }
            }
        }
    }

    boolean has(Option option) {
        return line.hasOption(option);
    }

    /** The value as it is written; null if it is not given. */
    String text(Option option) {
        return line.getOptionValue(option);
    }

    /** The value of an option, or the default if it is not given. */
    <T> T value(ValueOption<T> option, T defaultValue) {
        return has(option) ? option.parse(text(option)) : defaultValue;
    }

    /** @throws UsageException if the option is not given */
    <T> T required(ValueOption<T> option) {
        if (!has(option)) {
            throw new UsageException(name(option) + " is missing");
        }
        return option.parse(text(option));
    }

    /** The argument that is not an option; null if there is none. */
    Path operand() {
        List<String> operands = line.getArgList();
        return operands.isEmpty() ? null : ValueOption.path("the argument", operands.get(0));
    }

    /** The option as it is written. */
    static String name(Option option) {
        return option.getOpt() == null ? "--" + option.getLongOpt() : "-" + option.getOpt();
    }
}
