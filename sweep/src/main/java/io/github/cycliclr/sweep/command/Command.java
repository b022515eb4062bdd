package io.github.cycliclr.sweep.command;

import java.io.IOException;

/** One of the commands. */
interface Command {
    /** The exit status of a success. */
    int OK = 0;

    /** The exit status of a failure. */
    int FAILURE = 1;

    /** The exit status of wrong usage. */
    int USAGE = 2;

    /** What it does and which arguments it takes. */
    Description description();

    /**
     * Runs it; returns the exit status.
     *
     * @throws UsageException if the arguments are not what it takes
     */
    int run(Arguments arguments, Console console) throws IOException;
}
