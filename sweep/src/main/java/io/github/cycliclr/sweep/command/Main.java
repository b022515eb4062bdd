package io.github.cycliclr.sweep.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The program. */
public final class Main {
    /** Set by the launcher, which can ask the shell: whether standard error is a terminal. */
    private static final String TERMINAL = "cycliclr.terminal";

    /** Set by the launcher to 0 where it filters the JVM's standard error, and descriptor 0 is the real one. */
    private static final String TALK = "cycliclr.talk";

    private Main() {}

    /** Runs a command line; the exit status is 0, 1 for a failure, or 2 for wrong usage. */
    public static void main(String[] args) {
        Console console = new Console(new FileOutputStream(FileDescriptor.out), talk(), Boolean.getBoolean(TERMINAL));
        int status = Cycliclr.run(console, args);
        if (status != Command.OK) {
            System.exit(status); // not for OK: from JDK 21 on it looks for a logger first, which takes a while
        }
    }

    private static PrintStream talk() {
        boolean descriptorZero = "0".equals(System.getProperty(TALK));
        return descriptorZero ? new PrintStream(new FileOutputStream(FileDescriptor.in), true) : System.err;
    }
}
