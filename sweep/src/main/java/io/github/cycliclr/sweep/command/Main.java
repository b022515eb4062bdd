package io.github.cycliclr.sweep.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The program. */
public final class Main {
    /** Set by the launcher: whether standard error is a terminal, which Java cannot tell. */
    private static final String TERMINAL = "cycliclr.terminal";

    /** Set to 0 by the launcher where it filters the JVM's standard error, and descriptor 0 is the unfiltered one. */
    private static final String ERR = "cycliclr.stderr";

    private Main() {}

    /** Runs a command line; the exit status is 0, 1 for a failure, or 2 for wrong usage. */
    public static void main(String[] args) {
        boolean filtered = "0".equals(System.getProperty(ERR));
        PrintStream err = filtered ? new PrintStream(new FileOutputStream(FileDescriptor.in), true) : System.err;
        Console console = new Console(new FileOutputStream(FileDescriptor.out), err, Boolean.getBoolean(TERMINAL));
        int status = Cycliclr.run(console, args);
        if (status != Command.OK) {
            System.exit(status); // not for OK: from JDK 21 on, exit first initialises a logger, which is slow
        }
    }
}
