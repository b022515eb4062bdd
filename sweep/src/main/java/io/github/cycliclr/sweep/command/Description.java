package io.github.cycliclr.sweep.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/**
 * What a command does and which arguments it takes: the source of its parser, its help and its completion.
 *
 * @param usage the command line
 * @param summary one line
 * @param details lines between the summary and the options
 * @param options in the order of the help, without those that all commands have
 * @param operands how many arguments that are not options it takes, 0 or 1
 * @param notes lines below the options, examples last
 */
record Description(String usage, String summary, String details, List<Option> options, int operands, String notes) {
    private static final int WIDTH = 95;

    private static final int INDENT = 27;

    /** Options of all commands. */
    static final Option HELP = new Option("h", "help", false, "Show this help.");

    static final Option VERSION = new Option("V", "version", false, "Show the version.");

    Description {
        options = new ArrayList<>(options);
        options.addAll(List.of(HELP, VERSION));
    }

    String help() {
        StringBuilder text = new StringBuilder("Usage: ").append(usage).append('\n');
        text.append(summary).append('\n').append(details).append("\nOptions:\n");
        for (Option option : options) {
            append(text, option);
        }
        return text.append('\n').append(notes).toString();
    }

    private static void append(StringBuilder text, Option option) {
        StringBuilder line = new StringBuilder(option.getOpt() == null ? "      " : "  -" + option.getOpt() + ", ");
        line.append("--").append(option.getLongOpt());
        line.append(option.hasArg() ? " " + option.getArgName() : "").append(' ');
        line.append(" ".repeat(Math.max(0, INDENT - line.length() - 1)));
        for (String word : option.getDescription().split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(INDENT - 1));
            }
            line.append(' ').append(word);
        }
        text.append(line).append('\n');
    }
}
