package io.github.cycliclr.sweep.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Where data and talk go.
 *
 * @param out data
 * @param talk warnings, errors and progress
 * @param isTerminal whether a person watches the talk
 */
record Console(OutputStream out, PrintStream talk, boolean isTerminal) {
    /** A writer of data. */
    Writer writer() {
        return new OutputStreamWriter(new StandardOutput(out), StandardCharsets.UTF_8);
    }

    /** Data that is all there is. */
    void print(String text) throws IOException {
        Writer writer = writer();
        writer.write(text);
        writer.flush();
    }

    /** A line of talk. */
    void say(String line) {
        talk.println("cycliclr: " + line);
    }

    /** Something that is allowed but seldom meant. */
    void warn(String line) {
        say("warning: " + line);
    }
}
