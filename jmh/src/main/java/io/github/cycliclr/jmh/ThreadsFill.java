package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;

/** Fills a {@code double[]} on the calling thread, or on all threads of the common pool. */
public class ThreadsFill extends CheckedFill {
    /** Parts of the array that {@code arrays_fill} distributes over the threads. */
    private static final int PARTS = 8;

    /** {@code arrays_fill}, portable, vector or bulk. */
    @Param({"arrays_fill", "vector"})
    public String evaluator;

    /** Elements: within the last-level cache of most processors, and beyond it. */
    @Param({"2097152", "33554432"})
    public int size;

    /** The method of {@link BulkEvaluator}: {@code fill} or {@code parallelFill}. */
    @Param({"fill", "parallelFill"})
    public String method;

    /** @throws IllegalArgumentException if there is no such evaluator or method */
    @Override
    Filler filler() {
        double[] out = new double[size];
        Workload workload = workload();
        Filler sequential = Filler.of(evaluator, workload, new Output(out));
        return switch (method) {
            case "fill" -> sequential;
            case "parallelFill" -> parallel(sequential, workload, out);
            default -> throw new IllegalArgumentException("method is " + method + "; it must be fill or parallelFill");
        };
    }

    private Filler parallel(Filler sequential, Workload workload, double[] out) {
        Runnable operation;
        if (evaluator.equals("arrays_fill")) {
            double value = workload.curve().rest();
            operation = () -> IntStream.range(0, PARTS)
                    .parallel()
                    .forEach(part -> Arrays.fill(out, start(part), start(part + 1), value));
        } else {
            BulkEvaluator bulk = CoreEvaluator.warm(evaluator, workload.shape()).bulk();
            operation = () -> bulk.parallelFill(workload.curve(), first, out, 0, size);
        }
        return new LocalFiller(sequential.description(), new Output(out), operation, sequential::check);
    }

    private int start(int part) {
        return (int) ((long) part * size / PARTS);
    }
}
