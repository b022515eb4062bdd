package io.github.cycliclr.jmh;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A peer that is not written in Java: {@code peer.c} or {@code peer.py}, a process that fills an array of its own.
 *
 * <p>The process starts with a line that names its versions. It answers the command {@code f} with an {@code f} when it has
 * filled its array, and {@code v} with the array, as little-endian doubles. It ends at the end of its input. The time of a
 * fill includes one round trip through the pipes.
 */
final class PeerProcess implements Filler {
    /** Keeps freed memory in the process, as Java's heap does; page faults of new memory took 80 % of NumPy's time. */
    private static final Map<String, String> MALLOC_OPTIONS = Map.of(
            "MALLOC_MMAP_THRESHOLD_", "4294967296",
            "MALLOC_TRIM_THRESHOLD_", "4294967296",
            "MALLOC_TOP_PAD_", "268435456");

    private static final String COMPILE_AND_RUN =
            "gcc -O3 -march=native -ffast-math \"$0\" -o \"$0.out\" -lm && exec \"$0.out\" \"$@\"";

    private interface Answer {
        void read() throws IOException;
    }

    private final String name;
    private final Output output;
    private final Runnable verification;
    private final Process process;
    private final OutputStream commands;
    private final DataInputStream answers;
    private String versions;

    /**
     * Starts a program.
     *
     * @throws IllegalStateException if it does not start, or ends because a package, the compiler or the schedule is missing
     */
    PeerProcess(String name, List<String> program, Workload workload, Output output, Runnable verification) {
        if (output.isFloat()) {
            throw new IllegalArgumentException(name + " fills doubles only");
        }
        this.name = name;
        this.output = output;
        this.verification = verification;
        Stream<String> command = Stream.concat(program.stream(), arguments(name, workload, output.length()));
        ProcessBuilder builder = new ProcessBuilder(command.toList());
        builder.environment().putAll(MALLOC_OPTIONS);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(name + " does not start: " + e.getMessage(), e);
        }
        commands = process.getOutputStream();
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        await(this::readVersions);
    }

    /** Compiles {@code peer.c} for this processor and runs it. */
    static List<String> c() {
        try {
            Path source = Files.writeString(Files.createTempFile("peer", ".c"), source("peer.c"));
            source.toFile().deleteOnExit();
            Path.of(source + ".out").toFile().deleteOnExit();
            return List.of("sh", "-c", COMPILE_AND_RUN, source.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code peer.py} by the Python of Debian, which packages NumPy and PyTorch for it. */
    static List<String> python() {
        return List.of("/usr/bin/python3", "-c", source("peer.py"));
    }

    private static String source(String file) {
        try (InputStream in = PeerProcess.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> arguments(String name, Workload workload, int size) {
        Shape shape = workload.shape();
        Curve curve = workload.curve();
        String scaleMode = shape.scaling().counts().name().toLowerCase(Locale.ROOT);
        double gamma = shape.scaling() instanceof Scaling.Geometric k ? k.ratio() : 1;
        return Stream.concat(
                Stream.of(name, workload.mode(), scaleMode),
                Stream.of(
                                shape.stepSizeUp(),
                                shape.stepSizeDown(),
                                gamma,
                                curve.rest(),
                                curve.peak(),
                                workload.first(),
                                size)
                        .map(String::valueOf));
    }

    @Override
    public String description() {
        return name + " (" + versions + "), in a process of its own";
    }

    @Override
    public void clear() {
        output.fill(Double.NaN);
    }

    @Override
    public void fill() {
        await(() -> {
            send('f');
            answers.readByte();
        });
    }

    @Override
    public void fetch() {
        double[] out = (double[]) output.array();
        await(() -> {
            send('v');
            for (int i = 0; i < out.length; i++) {
                out[i] = Double.longBitsToDouble(Long.reverseBytes(answers.readLong()));
            }
        });
    }

    @Override
    public void check() {
        verification.run();
    }

    @Override
    public void close() {
        process.destroy();
    }

    @SuppressWarnings("deprecation") // readLine misreads text that is not ASCII, and versions are ASCII
    private void readVersions() throws IOException {
        versions = answers.readLine();
        if (versions == null) {
            throw new EOFException();
        }
    }

    private void send(char command) throws IOException {
        commands.write(command);
        commands.flush();
    }

    /** @throws IllegalStateException with the last line of standard error, where Python and gcc name the cause */
    private void await(Answer answer) {
        try {
            answer.read();
        } catch (IOException e) {
            String message =
                    process.errorReader().lines().reduce((before, last) -> last).orElse("no error message");
            throw new IllegalStateException(name + " failed: " + message, e);
        }
    }
}
