package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.sweep.specification.SpecificationException;
import java.io.IOException;
import java.io.PrintStream;

/** Says what went wrong in one line, and which exit status that is. */
final class Complaints {
    private final PrintStream talk;

    Complaints(PrintStream talk) {
        this.talk = talk;
    }

    /** Wrong options: what is wrong, and where help is. */
    int usage(UsageException e, String command) {
        return say(e.getMessage() + "; try '" + command + " --help'", Command.USAGE);
    }

    /** Anything that went wrong later. */
    int failure(Throwable e) {
        if (e instanceof SpecificationException) {
            talk.println(oneLine(e.getMessage())); // begins with FILE:LINE:COLUMN, as editors like it
            return Command.USAGE;
        }
        if (e instanceof InvalidScheduleException) {
            return say(e.getMessage(), Command.USAGE);
        }
        if (e instanceof ClosedOutputException) {
            return Command.OK; // the reader, head for instance, has had enough
        }
        if (e instanceof IOException || e instanceof IllegalStateException) {
            return say(e.getMessage(), Command.FAILURE);
        }
        if (e instanceof OutOfMemoryError) {
            return say("out of memory (" + e.getMessage() + "); use fewer threads, or a larger -Xmx", Command.FAILURE);
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // Where file handles run out, for one; an InternalError is Java's own, and does not always have a cause.
        if (e instanceof InternalError || e instanceof Error && root instanceof IOException) {
            return say("cannot load a part of the program or of Java: " + root.getMessage(), Command.FAILURE);
        }
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return say("internal error, please report it: " + e + where, Command.FAILURE);
    }

    private int say(String message, int status) {
        talk.println("cycliclr: " + oneLine(message));
        return status;
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
