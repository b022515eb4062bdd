package io.github.cycliclr.sweep.command;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where data and talk go.
 *
 * @param out data
 * @param talk warnings, errors and progress
 * @param isTerminal whether a person watches the talk
 */
record Console(OutputStream out, PrintStream talk, boolean isTerminal) {
    /** A line of talk. */
    void say(String line) {
        talk.println("cycliclr: " + line);
    }

    /** Something that is allowed but seldom meant. */
    void warn(String line) {
        say("warning: " + line);
    }
}
