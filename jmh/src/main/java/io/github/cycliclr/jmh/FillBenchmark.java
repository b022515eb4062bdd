package io.github.cycliclr.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What all fills have in common: the JVM's settings, and the workload.
 *
 * <p>A fill is one operation; ns/op divided by the number of elements is the time that one takes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// Vectorised code differs from fork to fork, by what was inlined and where the array lies: never one fork alone.
@Fork(
        value = 3,
        jvmArgsPrepend = {
            // On the class path the Vector API needs to be asked for.
            "--add-modules=jdk.incubator.vector",
            // A heap of one size, touched before the start, so that no page is first written while it is timed ...
            "-Xms1g",
            "-Xmx1g",
            "-XX:+AlwaysPreTouch",
            // ... and a collector with no threads of its own at work beside the benchmark.
            "-XX:+UseSerialGC"
        })
// Kernels are compiled before (Filler.warmUp): a second is for what calls them. Of the iterations the median counts.
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public abstract class FillBenchmark {
    /** Mode (or scale_fn) and scale mode: any of the one with any of the other. */
    @Param({
        "triangular/cycle",
        "triangular2/cycle",
        "exp_range/cycle",
        "exp_range/iterations",
        "triangular2/iterations",
        "scale_fn/cycle"
    })
    public String schedule;

    /** step_size_up and step_size_down. */
    @Param("2000/2000")
    public String steps;

    /** Constant of exp_range. So near to 1 that the amplitude has not vanished after 32 million iterations. */
    @Param("0.9999999")
    public double gamma;

    /** The iteration at which the fill starts. */
    @Param("0")
    public long first;

    Workload workload() {
        return Workload.of(schedule, steps, gamma, first);
    }
}
