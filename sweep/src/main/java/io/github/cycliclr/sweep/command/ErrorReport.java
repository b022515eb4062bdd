package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.sweep.specification.SpecificationException;
import java.io.IOException;

/** Reports an exception in one line and chooses the exit status. */
record ErrorReport(Console console) {

    /** Wrong arguments, with the command whose help describes them. */
    int usage(UsageException e, String command) {
        return report(e.getMessage() + "; try '" + command + " --help'", Command.USAGE);
    }

    int failure(Throwable e) {
        if (e instanceof SpecificationException) {
            console.err().println(oneLine(e.getMessage())); // begins with FILE:LINE:COLUMN, which editors recognise
            return Command.USAGE;
        }
        if (e instanceof InvalidScheduleException) {
            return report(e.getMessage(), Command.USAGE);
        }
        if (e instanceof StandardOutput.ClosedException) {
            return Command.OK;
        }
        if (e instanceof IOException || e instanceof IllegalStateException) {
            return report(e.getMessage(), Command.FAILURE);
        }
        if (e instanceof OutOfMemoryError) {
            return report(
                    "out of memory (" + e.getMessage() + "); use fewer threads, or a larger -Xmx", Command.FAILURE);
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // For instance without file handles; an InternalError of the JDK does not always have a cause.
        if (e instanceof InternalError || e instanceof Error && root instanceof IOException) {
            return report("cannot load a part of the program or of Java: " + root.getMessage(), Command.FAILURE);
        }
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return report("internal error, please report it: " + e + where, Command.FAILURE);
    }

    private int report(String message, int status) {
        console.message(oneLine(message));
        return status;
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
