package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Fills a {@code double[]} by the thread of the caller, or by all of the common pool. */
public class ThreadsFill extends FillBenchmark {
    /** Parts that several threads share the work of a roof in. */
    private static final int PARTS = 8;

    /** Elements of the array of a part, which stays in the L1 cache. */
    private static final int SHORT = 2048;

    /**
     * Whose kernels, or one of two measures of what a second thread can bring: {@code arrays_fill}, for memory, and
     * {@code in_l1}, for arithmetic: kernels compute as many elements, but into a short array for each part, again and again.
     * Processors that are two threads of one core do no more of it than one. (What is copied in a long array is computed in
     * short ones.)
     */
    @Param({"arrays_fill", "in_l1", "vector"})
    public String evaluator;

    /** Elements: in the last cache of most machines, and beyond it. */
    @Param({"2097152", "33554432"})
    public int size;

    /** The method of {@link BulkEvaluator}. */
    @Param({"fill", "parallelFill"})
    public String method;

    private Workload workload;
    private boolean parallel;
    private double[] out;
    /** What is filled in its place, where that is. */
    private Piece[] pieces = {};

    private Runnable fill;
    private Runnable check;

    /** Fills the array, says by which kernels, and throws if a value is wrong. */
    @Setup
    public void prepare() {
        parallel = method.equals("parallelFill");
        if (!parallel && !method.equals("fill")) {
            throw new IllegalArgumentException("method is " + method + "; it must be fill or parallelFill");
        }
        workload = workload();
        out = new double[size];
        if (evaluator.equals("arrays_fill")) {
            Roof.ArraysFill roof = new Roof.ArraysFill(workload.curve().rest());
            Surroundings.print(roof.description());
            fill = this::constants;
            check = () -> roof.check(out);
        } else {
            boolean inL1 = evaluator.equals("in_l1");
            Kernels kernels = Filler.kernels(inL1 ? "vector" : evaluator, KernelChoice.best());
            Surroundings.print(Evaluation.description(evaluator, kernels));
            if (inL1) {
                pieces = new Piece[PARTS];
                Arrays.setAll(pieces, i -> new Piece(BulkEvaluator.of(workload.shape(), kernels), new double[SHORT]));
                fill = () -> parts().forEach(this::again);
                check = () -> IntStream.range(0, PARTS).forEach(this::checkLast);
            } else {
                BulkEvaluator bulk = BulkEvaluator.of(workload.shape(), kernels);
                fill = () -> values(bulk);
                check = () -> new OutputCheck(workload, true).accept(out);
            }
        }
        fillAndCheck();
    }

    /** Fills the array once more, and throws if a value is wrong: by now all code is compiled. */
    @TearDown
    public void fillAndCheck() {
        Arrays.fill(out, Double.NaN);
        Arrays.stream(pieces).forEach(piece -> Arrays.fill(piece.out, Double.NaN));
        fill();
        check.run();
    }

    /** One fill of the whole array. */
    @Benchmark
    public double[] fill() {
        fill.run();
        return out;
    }

    private void values(BulkEvaluator bulk) {
        if (parallel) {
            bulk.parallelFill(workload.curve(), first, out, 0, size);
        } else {
            bulk.fill(workload.curve(), first, out, 0, size);
        }
    }

    private void constants() {
        double value = workload.curve().rest();
        parts().forEach(i -> Arrays.fill(out, end(i - 1), end(i), value));
    }

    /** An evaluator and an array that no two threads use at the same time. */
    private record Piece(BulkEvaluator bulk, double[] out) {}

    private void again(int part) {
        for (int at = end(part - 1); at < end(part); at += SHORT) {
            pieces[part].bulk.fill(workload.curve(), first + at, pieces[part].out, 0, Math.min(SHORT, end(part) - at));
        }
    }

    /** What the short array of a part was filled with at last. */
    private void checkLast(int part) {
        int length = end(part) - end(part - 1);
        int last = (length - 1) % SHORT + 1;
        new OutputCheck(workload.from(first + end(part) - last), true).accept(Arrays.copyOf(pieces[part].out, last));
    }

    private IntStream parts() {
        IntStream parts = IntStream.range(0, PARTS);
        return parallel ? parts.parallel() : parts;
    }

    private int end(int part) {
        return (int) ((part + 1L) * size / PARTS);
    }
}
