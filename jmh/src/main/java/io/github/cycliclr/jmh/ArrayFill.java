package io.github.cycliclr.jmh;

import org.openjdk.jmh.annotations.Param;

/** Fills a whole array by any filler. */
public abstract class ArrayFill extends CheckedFill {
    /** See {@link Filler#of}. */
    @Param({"arrays_fill", "textbook", "portable", "vector"})
    public String evaluator;

    /** Elements: from one cache line of doubles to an array beyond the caches. */
    @Param({"8", "1024", "65536", "1048576", "33554432"})
    public int size;

    /** A new {@code double[]} or {@code float[]}. */
    abstract Object array();

    @Override
    Filler filler() {
        return Filler.of(evaluator, workload(), new Output(array()));
    }
}
