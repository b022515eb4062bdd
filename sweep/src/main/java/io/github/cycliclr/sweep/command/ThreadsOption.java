package io.github.cycliclr.sweep.command;

import org.apache.commons.cli.Option;

/** The option that says how many threads. */
final class ThreadsOption {
    static final Option THREADS = Arguments.valued("threads");

    /** More than any machine has use for, and fewer than break it. */
    private static final int MOST = 1024;

    private ThreadsOption() {}

    /** How many; one a processor if not given. */
    static int count(Arguments arguments) {
        Long threads = arguments.whole(THREADS);
        if (threads == null) {
            return Math.min(MOST, Runtime.getRuntime().availableProcessors());
        }
        if (threads < 1 || threads > MOST) {
            throw new UsageException("--threads is " + threads + "; it must be from 1 to " + MOST);
        }
        return threads.intValue();
    }
}
