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
 * The JVM options and the workload that all benchmarks share.
 *
 * <p>One operation is one fill; the time of an element is ns/op divided by the number of elements.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// Several forks: inlining decisions and the alignment of the array differ from fork to fork.
@Fork(
        value = 3,
        jvmArgsPrepend = {
            // The forks run on the class path, where an incubator module is not resolved by default.
            "--add-modules=jdk.incubator.vector",
            // A heap of fixed size whose pages are touched at start-up: no page faults during the measurement ...
            "-Xms1g",
            "-Xmx1g",
            "-XX:+AlwaysPreTouch",
            // ... and no concurrent threads of the garbage collector.
            "-XX:+UseSerialGC"
        })
// The kernels are compiled before (CoreEvaluator.warm); these iterations compile the code that calls them.
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public abstract class FillBenchmark {
    /** Mode (or scale_fn) and scale mode, in any combination. */
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

    /** Constant of exp_range, so close to 1 that an amplitude remains after 32 million iterations. */
    @Param("0.9999999")
    public double gamma;

    /** The iteration of the first element. */
    @Param("0")
    public long first;

    Workload workload() {
        return Workload.of(schedule, steps, gamma, first);
    }
}
