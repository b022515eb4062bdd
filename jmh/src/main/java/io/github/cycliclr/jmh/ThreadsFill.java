package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

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
    private Runnable fill;

    /** Fills the array, says by which kernels, and throws if a value is wrong. */
    @Setup
    public void prepare() {
        parallel = method.equals("parallelFill");
        if (!parallel && !method.equals("fill")) {
            throw new IllegalArgumentException("method is " + method + "; it must be fill or parallelFill");
        }
        workload = workload();
        out = new double[size];
        Arrays.fill(out, Double.NaN);
        if (evaluator.equals("arrays_fill")) {
            Roof.ArraysFill roof = new Roof.ArraysFill(workload.curve().rest());
            Surroundings.print(roof.description());
            fill = this::constants;
            fill();
            roof.check(out);
            return;
        }
        boolean inL1 = evaluator.equals("in_l1");
        Kernels kernels = Filler.kernels(inL1 ? "vector" : evaluator, KernelChoice.best());
        Surroundings.print(Evaluation.description(evaluator, kernels));
        BulkEvaluator bulk = BulkEvaluator.of(workload.shape(), kernels);
        fill = () -> values(bulk);
        fill();
        new OutputCheck(workload, true).accept(out);
        if (inL1) {
            Piece[] pieces = new Piece[PARTS];
            Arrays.setAll(pieces, i -> new Piece(BulkEvaluator.of(workload.shape(), kernels), new double[SHORT]));
            fill = () -> parts().forEach(i -> again(pieces[i], i));
        }
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

    private void again(Piece piece, int part) {
        for (int at = end(part - 1); at < end(part); at += SHORT) {
            piece.bulk.fill(workload.curve(), first + at, piece.out, 0, Math.min(SHORT, end(part) - at));
        }
    }

    private IntStream parts() {
        IntStream parts = IntStream.range(0, PARTS);
        return parallel ? parts.parallel() : parts;
    }

    private int end(int part) {
        return (int) ((part + 1L) * size / PARTS);
    }
}
