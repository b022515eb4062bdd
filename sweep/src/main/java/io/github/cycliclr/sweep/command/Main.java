package io.github.cycliclr.sweep.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** The program. */
public final class Main {
    /** Set by the launcher, which can ask the shell: whether standard error is a terminal. */
    private static final String TERMINAL = "cycliclr.terminal";

    /** Set by the launcher: a file that is the real standard error, where descriptor 2 is filtered. */
    private static final String TALK = "cycliclr.talk";

    private Main() {}

    /** Runs a command line and exits with 0, 1 for a failure, or 2 for wrong usage. */
    public static void main(String[] args) {
        Console console = new Console(new FileOutputStream(FileDescriptor.out), talk(), Boolean.getBoolean(TERMINAL));
        System.exit(Cycliclr.run(console, args));
    }

    private static PrintStream talk() {
        String file = System.getProperty(TALK);
        if (file == null) {
            return System.err;
        }
        try {
            return new PrintStream(new FileOutputStream(file, true), true);
        } catch (IOException notThere) {
            return System.err;
        }
    }
}
