package io.github.cycliclr.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first fill in a new JVM. The time includes the creation of schedule and evaluator, and the loading of their classes;
 * so the values are checked afterwards only.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdFill extends FillBenchmark {
    /** See {@link CoreEvaluator#of}. */
    @Param({"textbook", "bulk"})
    public String evaluator;

    /** Elements. */
    @Param("1000000")
    public int size;

    private Workload workload;
    private CoreEvaluator made;
    private double[] out;

    /** One fill. */
    @Benchmark
    public double[] fill() {
        workload = workload();
        made = CoreEvaluator.of(evaluator, workload.shape());
        out = new double[size];
        made.evaluator().fill(workload.curve(), first, out);
        return out;
    }

    /** Prints the description of the evaluator and checks the values. */
    @TearDown
    public void check() {
        Surroundings.print(made.description());
        new OutputCheck(workload, made.precision()).accept(new Output(out));
    }
}
