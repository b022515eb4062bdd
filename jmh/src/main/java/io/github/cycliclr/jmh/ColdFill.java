package io.github.cycliclr.jmh;

import io.github.cycliclr.kernel.KernelChoice;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first fill in a fresh JVM, as a user meets it: schedule and evaluator are made, and their classes loaded, in the
 * time that is taken. So the values are checked afterwards.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdFill extends FillBenchmark {
    /** Who fills: see {@link Filler#of}. */
    @Param({"textbook", "bulk"})
    public String evaluator;

    /** Elements. */
    @Param("1000000")
    public int size;

    private Filler filler;
    private double[] out;

    /** One fill, from nothing but JVM and JMH. */
    @Benchmark
    public double[] fill() {
        filler = Filler.of(evaluator, workload(), size, KernelChoice::best);
        out = new double[size];
        filler.fill(out);
        return out;
    }

    /** Says what the filler was, and throws if a value is wrong. */
    @TearDown
    public void check() {
        Surroundings.print(filler.description());
        filler.check(out);
    }
}
