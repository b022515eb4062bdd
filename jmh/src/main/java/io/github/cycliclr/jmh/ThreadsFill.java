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
    /** Parts that several threads share Arrays.fill in. */
    private static final int PARTS = 8;

    /** Whose kernels, or {@code arrays_fill}: the roof, which memory may not raise for a second thread. */
    @Param({"arrays_fill", "vector"})
    public String evaluator;

    /** Elements: in the last cache of most machines, and beyond it. */
    @Param({"2097152", "33554432"})
    public int size;

    /** The method of {@link BulkEvaluator}. */
    @Param({"fill", "parallelFill"})
    public String method;

    private Workload workload;
    private BulkEvaluator bulk;
    private boolean parallel;
    private double[] out;

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
            fill();
            roof.check(out);
        } else {
            Kernels kernels = Filler.kernels(evaluator, KernelChoice.best());
            Surroundings.print(Evaluation.description(evaluator, kernels));
            bulk = BulkEvaluator.of(workload.shape(), kernels);
            fill();
            new OutputCheck(workload, true).accept(out);
        }
    }

    /** One fill of the whole array. */
    @Benchmark
    public double[] fill() {
        if (bulk == null) {
            roof();
        } else if (parallel) {
            bulk.parallelFill(workload.curve(), first, out, 0, size);
        } else {
            bulk.fill(workload.curve(), first, out, 0, size);
        }
        return out;
    }

    private void roof() {
        double value = workload.curve().rest();
        if (parallel) {
            int part = (size - 1) / PARTS + 1;
            IntStream.range(0, PARTS)
                    .parallel()
                    .forEach(i -> Arrays.fill(out, Math.min(i * part, size), Math.min((i + 1) * part, size), value));
        } else {
            Arrays.fill(out, value);
        }
    }
}
