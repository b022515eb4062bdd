package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.sweep.specification.SpecificationException;
import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line, and which exit status that is. */
final class Complaints {
    private final PrintStream talk;

    Complaints(PrintStream talk) {
        this.talk = talk;
    }

    /** Wrong options: what is wrong, and where help is. */
    int usage(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        String message = e.getMessage();
        if (e instanceof UnmatchedArgumentException unmatched
                && !line.getSubcommands().isEmpty()) {
            message = "unknown command '" + unmatched.getUnmatched().get(0) + "'; it must be "
                    + String.join(", ", line.getSubcommands().keySet());
        }
        return say(message + "; try '" + command + " --help'", ExitCode.USAGE);
    }

    /** Anything that went wrong later. */
    int failure(Throwable e) {
        if (e instanceof SpecificationException) {
            talk.println(oneLine(e.getMessage())); // begins with FILE:LINE:COLUMN, as editors like it
            return ExitCode.USAGE;
        }
        if (e instanceof InvalidScheduleException) {
            return say(e.getMessage(), ExitCode.USAGE);
        }
        if (e instanceof ClosedOutputException) {
            return ExitCode.OK; // the reader, head for instance, has had enough
        }
        if (e instanceof IOException || e instanceof IllegalStateException) {
            return say(e.getMessage(), ExitCode.SOFTWARE);
        }
        if (e instanceof OutOfMemoryError) {
            return say(
                    "out of memory (" + e.getMessage() + "); use fewer threads, or a larger -Xmx", ExitCode.SOFTWARE);
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // Where file handles run out, for one; an InternalError is Java's own, and does not always have a cause.
        if (e instanceof InternalError || e instanceof Error && root instanceof IOException) {
            return say("cannot load a part of the program or of Java: " + root.getMessage(), ExitCode.SOFTWARE);
        }
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return say("internal error, please report it: " + e + where, ExitCode.SOFTWARE);
    }

    private int say(String message, int status) {
        talk.println("cycliclr: " + oneLine(message));
        return status;
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
