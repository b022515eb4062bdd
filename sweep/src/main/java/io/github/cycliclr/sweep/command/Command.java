package io.github.cycliclr.sweep.command;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.Option;

/** One of the commands. Its help is the resource that is called as it is: {@code fill.txt}. */
interface Command {
    /** The exit status of a success. */
    int OK = 0;

    /** The exit status of a failure. */
    int FAILURE = 1;

    /** The exit status of wrong usage. */
    int USAGE = 2;

    /** What can be given, apart from {@code --help} and {@code --version}; in the order of the help. */
    default List<Option> options() {
        return List.of();
    }

    /** How many operands, words that are no options, can be given. */
    default int operands() {
        return 0;
    }

    /**
     * Runs it; returns the exit status.
     *
     * @throws UsageException if the arguments are not what it takes
     */
    int run(Arguments arguments, Console console) throws IOException;
}
