package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Schedule;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the evaluators against PyTorch's own {@code CyclicLR}, run live over random schedules: stepped through from
 * iteration 0, and then at iterations far away.
 *
 * <p>The reference evaluator claims PyTorch's operations, so it must have PyTorch's bits, except where a power is
 * computed, by another library here than there. The bulk evaluator must be as near as PyTorch's arithmetic allows.
 */
final class PyTorchParityTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int NO_PYTORCH = 77;
    private static final int RUNS_OF_A_KIND = 12;
    private static final int STEPS = 3_000;
    private static final int JUMPS = 250;

    /** The built-in modes with their own scale modes, the others by PyTorch's scale_fn; {@code %s} is gamma. */
    private enum Kind {
        TRIANGULAR("mode='triangular'"),
        TRIANGULAR2("mode='triangular2'"),
        EXP_RANGE("mode='exp_range', gamma=%s"),
        GAMMA_BY_CYCLE("scale_fn=lambda x: %s ** x, scale_mode='cycle'"),
        GAMMA_BY_ITERATION("scale_fn=lambda x: %s ** x, scale_mode='iterations'"),
        HALVING_BY_ITERATION("scale_fn=lambda x: 2.0 ** (1 - x), scale_mode='iterations'"),
        SCALE_FN_BY_CYCLE("scale_fn=lambda x: 1.0 / x, scale_mode='cycle'");

        final String python;

        Kind(String python) {
            this.python = python;
        }

        Schedule.Builder on(Schedule.Builder schedule, double gamma) {
            return switch (this) {
                case TRIANGULAR -> schedule.mode(Mode.TRIANGULAR);
                case TRIANGULAR2 -> schedule.mode(Mode.TRIANGULAR2);
                case EXP_RANGE -> schedule.mode(Mode.EXP_RANGE).gamma(gamma);
                case GAMMA_BY_CYCLE ->
                    schedule.mode(Mode.EXP_RANGE).gamma(gamma).scaleMode(ScaleMode.CYCLE);
                case GAMMA_BY_ITERATION ->
                    schedule.mode(Mode.EXP_RANGE).gamma(gamma).scaleMode(ScaleMode.ITERATIONS);
                case HALVING_BY_ITERATION -> schedule.mode(Mode.TRIANGULAR2).scaleMode(ScaleMode.ITERATIONS);
                case SCALE_FN_BY_CYCLE -> schedule.scaleFn(x -> 1.0 / x).scaleMode(ScaleMode.CYCLE);
            };
        }

        /** Whether a power is computed that is not a power of two. */
        boolean hasPowers() {
            return this == EXP_RANGE || this == GAMMA_BY_CYCLE || this == GAMMA_BY_ITERATION;
        }
    }

    /** A schedule, the call that makes it in Python, and where to look. */
    private record Run(Kind kind, Schedule schedule, String call, int steps, List<Long> jumps) {
        String line() {
            return steps + "\t" + jumps.stream().map(String::valueOf).collect(Collectors.joining(",")) + "\t" + call;
        }

        /** Shown by a failure: in Python it makes the same schedule. */
        @Override
        public String toString() {
            return call;
        }
    }

    /** What PyTorch has at an iteration. */
    private record Point(long iteration, double learningRate, double momentum) {
        static Point parse(String line) {
            String[] fields = line.split(" ");
            return new Point(Long.parseLong(fields[0]), Double.parseDouble(fields[1]), Double.parseDouble(fields[2]));
        }
    }

    private static Map<Run, List<Point>> results;
    private static String whyMissing;

    @BeforeAll
    static void runPyTorch(@TempDir Path directory) throws Exception {
        List<Run> runs = draw(new SplittableRandom(52989));
        Path script =
                Path.of(PyTorchParityTest.class.getResource("cyclic_lr.py").toURI());
        Path input = directory.resolve("runs");
        Path output = directory.resolve("points");
        Path errors = directory.resolve("errors");
        Files.write(input, runs.stream().map(Run::line).toList());
        Process python;
        try {
            python = new ProcessBuilder(PYTHON, script.toString())
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException absent) {
            whyMissing = absent.getMessage();
            return;
        }
        if (!python.waitFor(5, TimeUnit.MINUTES)) {
            python.destroyForcibly();
            fail("PyTorch has not finished after 5 minutes");
        }
        if (python.exitValue() == NO_PYTORCH) {
            whyMissing = Files.readString(errors).strip();
            return;
        }
        assertEquals(0, python.exitValue(), () -> "PyTorch failed: " + contents(errors));
        results = read(runs, output);
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static Map<Run, List<Point>> read(List<Run> runs, Path output) throws IOException {
        Map<Run, List<Point>> points = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(output)) {
            for (Run run : runs) {
                List<Point> all = new ArrayList<>();
                for (int i = 0; i < run.steps + run.jumps.size(); i++) {
                    all.add(Point.parse(lines.readLine()));
                }
                points.put(run, all);
            }
        }
        return points;
    }

    private static List<Run> draw(SplittableRandom random) {
        List<Run> runs = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < RUNS_OF_A_KIND; i++) {
                // A third of the runs have a step of 1 on both sides or one, or the awkward ratio 4/6.
                long up = i < 2 ? 1 : i == 3 ? 4 : logUniform(random, 1, 3_000);
                long down = i == 0 || i == 2 ? 1 : i == 3 ? 6 : logUniform(random, 1, 3_000);
                runs.add(run(random, kind, up, down));
            }
        }
        return runs;
    }

    private static Run run(SplittableRandom random, Kind kind, long up, long down) {
        double baseLr = random.nextInt(8) == 0 ? 0 : Math.pow(10, -1 - 5 * random.nextDouble());
        double maxLr = baseLr + Math.pow(10, -4 * random.nextDouble());
        double maxMomentum = random.nextDouble();
        double baseMomentum = maxMomentum * random.nextDouble();
        double gamma = 1 - Math.pow(10, -1 - 9 * random.nextDouble());
        Schedule schedule = kind.on(Schedule.builder(), gamma)
                .baseLr(baseLr)
                .maxLr(maxLr)
                .stepSizeUp(up)
                .stepSizeDown(down)
                .baseMomentum(baseMomentum)
                .maxMomentum(maxMomentum)
                .build();
        String call = String.format(
                "CyclicLR(optimizer, base_lr=%s, max_lr=%s, step_size_up=%s, step_size_down=%s, "
                        + "base_momentum=%s, max_momentum=%s, %s)",
                baseLr, maxLr, up, down, baseMomentum, maxMomentum, String.format(kind.python, gamma));
        // PyTorch's triangular2 raises OverflowError from cycle 1025 on; it takes one step more than are looked at.
        long end = kind == Kind.TRIANGULAR2 ? 1_024 * (up + down) - 1 : Long.MAX_VALUE;
        List<Long> jumps = LongStream.generate(() ->
                        end == Long.MAX_VALUE ? logUniform(random, 1_000_000, 1_000_000_000) : random.nextLong(end))
                .limit(JUMPS)
                .boxed()
                .toList();
        return new Run(kind, schedule, call, (int) Math.min(STEPS, end), jumps);
    }

    private static long logUniform(SplittableRandom random, long low, long high) {
        return Math.round(low * Math.pow((double) high / low, random.nextDouble()));
    }

    @ParameterizedTest
    @EnumSource
    void agrees(Kind kind) {
        requirePyTorch();
        Tally total = new Tally();
        results.forEach((run, points) -> {
            if (run.kind == kind) {
                Tally tally = compare(run, points);
                assertTrue(tally.worst <= 1, () -> "bulk is too far from PyTorch: " + tally + ", in " + run);
                assertTrue(
                        kind.hasPowers() || tally.sameBits == tally.values,
                        () -> "the reference has not PyTorch's bits: " + tally + ", in " + run);
                total.add(tally);
            }
        });
        System.out.println("PyTorch parity, " + kind + ": " + total);
    }

    /** Skips, but not in continuous integration, where PyTorch must be. */
    private static void requirePyTorch() {
        if (whyMissing != null) {
            String message =
                    "no PyTorch to compare with (" + whyMissing + "): install Debian's python3-torch for " + PYTHON;
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.out.println("PyTorch parity, skipped: " + message);
            abort(message);
        }
    }

    private static Tally compare(Run run, List<Point> points) {
        Tally tally = new Tally();
        ReferenceEvaluator reference = new ReferenceEvaluator(run.schedule.shape());
        BulkEvaluator bulk = BulkEvaluator.of(run.schedule.shape());
        Curve momentum = run.schedule.momentum().orElseThrow();
        for (Point point : points) {
            tally.add(reference, bulk, run.schedule.learningRate(), point.iteration, point.learningRate);
            tally.add(reference, bulk, momentum, point.iteration, point.momentum);
        }
        return tally;
    }

    /** Counts how values compare. */
    private static final class Tally {
        private long values;
        private long sameBits;
        private double worst;
        private long worstIteration;

        void add(ReferenceEvaluator reference, BulkEvaluator bulk, Curve curve, long iteration, double pyTorch) {
            values++;
            if (Double.doubleToLongBits(reference.valueAt(curve, iteration)) == Double.doubleToLongBits(pyTorch)) {
                sameBits++;
            }
            double value = bulk.valueAt(curve, iteration);
            // The tolerance is PyTorch's distance from the real value; half an ulp is the bulk evaluator's.
            double allowed = reference.tolerance(curve, iteration) + Math.ulp(value) / 2;
            worst(Math.abs(value - pyTorch) / allowed, iteration);
        }

        void add(Tally other) {
            values += other.values;
            sameBits += other.sameBits;
            worst(other.worst, other.worstIteration);
        }

        private void worst(double ratio, long iteration) {
            if (!(ratio <= worst)) {
                worst = ratio;
                worstIteration = iteration;
            }
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "the reference has its bits in %d of %d values;"
                            + " bulk is at most %.2f of the tolerance away, at iteration %d",
                    sameBits,
                    values,
                    worst,
                    worstIteration);
        }
    }
}
