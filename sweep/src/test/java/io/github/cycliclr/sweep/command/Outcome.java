package io.github.cycliclr.sweep.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command line did: its exit status, its data and its talk. */
record Outcome(int status, String out, String talk) {
    static Outcome of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = withOutput(out, args);
        return new Outcome(outcome.status, out.toString(StandardCharsets.UTF_8), outcome.talk);
    }

    static Outcome withOutput(OutputStream out, String... args) {
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        int status = Cycliclr.run(new Console(out, new PrintStream(talk, true, StandardCharsets.UTF_8), false), args);
        return new Outcome(status, "", talk.toString(StandardCharsets.UTF_8));
    }
}
