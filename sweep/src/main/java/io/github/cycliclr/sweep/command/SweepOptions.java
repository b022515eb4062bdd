package io.github.cycliclr.sweep.command;

import static io.github.cycliclr.sweep.command.ValueOption.whole;

import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Specification;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The options of sweeps that several commands have. */
final class SweepOptions {
    static final ValueOption<Long> SEED = whole("seed", "S", "The seed of the draws, in place of the specification's.");

    /** More than any machine needs; far more threads could not be started. */
    private static final int MAX_THREADS = 1024;

    static final ValueOption<Long> THREADS =
            whole("threads", "N", "How many threads, from 1 to " + MAX_THREADS + "; default one for each processor.");

    private static final List<String> STANDARD_INPUT = List.of("-", "/dev/stdin");

    /** Set by the launcher where descriptor 0 is not standard input: the path of standard input. */
    private static final String INPUT = "cycliclr.input";

    private SweepOptions() {}

    static int threads(Arguments arguments) {
        long processors = Runtime.getRuntime().availableProcessors();
        long threads = arguments.value(THREADS, Math.min(MAX_THREADS, processors));
        if (threads < 1 || threads > MAX_THREADS) {
            throw new UsageException("--threads is " + threads + "; it must be from 1 to " + MAX_THREADS);
        }
        return (int) threads;
    }

    /** The configurations of the specification in a file or in standard input. */
    static Configurations configurations(Arguments arguments, Path file) throws FileFailure {
        Long seed = arguments.value(SEED, null);
        boolean isStandardInput = STANDARD_INPUT.contains(file.toString());
        Path source = isStandardInput ? Path.of(System.getProperty(INPUT, "/dev/stdin")) : file;
        try {
            Specification specification =
                    SpecificationReader.read(source, isStandardInput ? Path.of("standard input") : file);
            return new Configurations(
                    specification, seed == null ? specification.seed().orElse(0) : seed);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }
}
