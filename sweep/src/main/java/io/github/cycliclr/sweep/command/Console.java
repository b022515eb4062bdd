package io.github.cycliclr.sweep.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams.
 *
 * @param out data
 * @param err warnings, errors and progress
 * @param isTerminal whether err is a terminal
 */
record Console(OutputStream out, PrintStream err, boolean isTerminal) {
    /** Standard output with exceptions that name it. */
    OutputStream standardOutput() {
        return new StandardOutput(out);
    }

    Writer writer() {
        return new OutputStreamWriter(standardOutput(), StandardCharsets.UTF_8);
    }

    void print(String text) throws IOException {
        Writer writer = writer();
        writer.write(text);
        writer.flush();
    }

    void message(String line) {
        err.println("cycliclr: " + line);
    }

    /** Prints a warning: something that is allowed but seldom intended. */
    void warn(String line) {
        message("warning: " + line);
    }
}
