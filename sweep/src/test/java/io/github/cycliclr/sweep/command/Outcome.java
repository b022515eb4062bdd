package io.github.cycliclr.sweep.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a command line did: its exit status, its data and its talk. */
record Outcome(int status, String out, String talk) {
    static Outcome of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = withOutput(out, args);
        return new Outcome(outcome.status, out.toString(StandardCharsets.UTF_8), outcome.talk);
    }

    /** Of a sweep into a folder. */
    static Outcome ofSweep(Path specification, Path output, String... more) {
        Stream<String> args = Stream.of("sweep", specification.toString(), "-o", output.toString());
        return of(Stream.concat(args, Stream.of(more)).toArray(String[]::new));
    }

    static Outcome withOutput(OutputStream out, String... args) {
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        int status = Cycliclr.run(new Console(out, new PrintStream(talk, true, StandardCharsets.UTF_8), false), args);
        return new Outcome(status, "", talk.toString(StandardCharsets.UTF_8));
    }
}
