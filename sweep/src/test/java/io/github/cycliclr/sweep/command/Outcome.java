package io.github.cycliclr.sweep.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The result of a command line: exit status, standard output and standard error. */
record Outcome(int status, String out, String messages) {
    static Outcome of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = withOutput(out, args);
        return new Outcome(outcome.status, out.toString(StandardCharsets.UTF_8), outcome.messages);
    }

    /** Of a sweep into a directory. */
    static Outcome ofSweep(Path specification, Path output, String... more) {
        Stream<String> args = Stream.of("sweep", specification.toString(), "-o", output.toString());
        return of(Stream.concat(args, Stream.of(more)).toArray(String[]::new));
    }

    static Outcome withOutput(OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Cycliclr.run(new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false), args);
        return new Outcome(status, "", err.toString(StandardCharsets.UTF_8));
    }
}
