package io.github.cycliclr.jmh;

import io.github.cycliclr.kernel.KernelChoice;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Fills of one array, by any filler, which is checked before it is timed. */
public abstract class ArrayFill extends FillBenchmark {
    /** Who fills: see {@link Filler#of}. */
    @Param({"arrays_fill", "textbook", "portable", "vector"})
    public String evaluator;

    /** Elements: from a cache line of doubles to beyond the caches. */
    @Param({"8", "1024", "65536", "1048576", "33554432"})
    public int size;

    Filler filler;

    /** Makes the filler, says what it is, and has it checked. */
    @Setup
    public void prepare() {
        filler = Filler.of(evaluator, workload(), size, KernelChoice::best);
        Surroundings.print(filler.description());
        fillAndCheck();
    }

    /** Ends the filler's process, if it has one. */
    @TearDown
    public void close() {
        filler.close();
    }

    /** Fills a fresh array and throws if a value is wrong. */
    abstract void fillAndCheck();
}
