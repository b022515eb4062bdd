package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Fills a {@code double[]} by the thread of the caller, or by all of the common pool. */
public class ThreadsFill extends FillBenchmark {
    /** Whose kernels. */
    @Param("vector")
    public String evaluator;

    /** Elements. */
    @Param("33554432")
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
        Kernels kernels = Filler.kernels(evaluator, KernelChoice.best());
        Surroundings.print(Evaluation.description(evaluator, kernels));
        workload = workload();
        bulk = BulkEvaluator.of(workload.shape(), kernels);
        out = new double[size];
        Arrays.fill(out, Double.NaN);
        fill();
        new OutputCheck(workload, true).accept(out);
    }

    /** One fill of the whole array. */
    @Benchmark
    public double[] fill() {
        if (parallel) {
            bulk.parallelFill(workload.curve(), first, out, 0, size);
        } else {
            bulk.fill(workload.curve(), first, out, 0, size);
        }
        return out;
    }
}
