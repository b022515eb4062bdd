package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Fills an array for each of several curves over one shape, whose work they share: a sweep over the bounds. */
public class CurvesFill extends FillBenchmark {
    /** Whose kernels. */
    @Param({"portable", "vector"})
    public String evaluator;

    /** Elements of each array. */
    @Param("1048576")
    public int size;

    /** Curves, and so arrays. */
    @Param({"1", "2", "8"})
    public int curves;

    private Workload workload;
    private BulkEvaluator bulk;
    private List<Curve> all;
    private double[][] out;

    /** Fills the arrays, says by which kernels, and throws if a value is wrong. */
    @Setup
    public void prepare() {
        Kernels kernels = Filler.kernels(evaluator, KernelChoice.best());
        Surroundings.print(Evaluation.description(evaluator, kernels));
        workload = workload();
        bulk = BulkEvaluator.of(workload.shape(), kernels);
        all = IntStream.range(0, curves)
                .mapToObj(i -> Curve.learningRate(0.01 / (i + 1), 0.1 / (i + 1)))
                .toList();
        out = new double[curves][size];
        fillAndCheck();
    }

    /** Fills the arrays once more, and throws if a value is wrong: by now all code is compiled. */
    @TearDown
    public void fillAndCheck() {
        for (double[] array : out) {
            Arrays.fill(array, Double.NaN);
        }
        fill();
        for (int i = 0; i < curves; i++) {
            new OutputCheck(workload.with(all.get(i)), true).accept(out[i]);
        }
    }

    /** One fill of all arrays. */
    @Benchmark
    public double[][] fill() {
        bulk.fill(all, first, out, 0, size);
        return out;
    }
}
