package io.github.cycliclr.sweep.command;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that says how many threads. */
final class ThreadsOption {
    /** More than any machine has use for, and fewer than break it. */
    private static final int MOST = 1024;

    @Option(names = "--threads", paramLabel = "N", description = "How many; one a processor if not given.")
    private Integer threads;

    /** @throws ParameterException if it is out of its range */
    int count(CommandLine line) {
        if (threads == null) {
            return Math.min(MOST, Runtime.getRuntime().availableProcessors());
        }
        if (threads < 1 || threads > MOST) {
            throw new ParameterException(line, "--threads is " + threads + "; it must be from 1 to " + MOST);
        }
        return threads;
    }
}
