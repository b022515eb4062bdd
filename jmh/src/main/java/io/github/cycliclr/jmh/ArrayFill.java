package io.github.cycliclr.jmh;

import io.github.cycliclr.kernel.KernelChoice;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Fills of one array, by any filler, which is checked before it is timed, and after: by then all its code is compiled. */
public abstract class ArrayFill extends FillBenchmark {
    /** Who fills: see {@link Filler#of}. */
    @Param({"arrays_fill", "textbook", "portable", "vector"})
    public String evaluator;

    /** Elements: from a cache line of doubles to beyond the caches. */
    @Param({"8", "1024", "65536", "1048576", "33554432"})
    public int size;

    Filler filler;
    private String description;

    /** Makes the filler, says what it is, and has it checked. */
    @Setup
    public void prepare() {
        if (evaluator.equals("bulk")) {
            Filler.warmUp();
        }
        filler = Filler.of(evaluator, workload(), size, KernelChoice::best);
        description = filler.description();
        Surroundings.print(description);
        makeArray();
        fillAndCheck();
    }

    /**
     * Has it checked again, and ends its process, if it has one.
     *
     * @throws IllegalStateException if a value is wrong, or the filler is no longer what it was
     */
    @TearDown
    public void checkAgain() {
        try (Filler timed = filler) {
            fillAndCheck();
            if (!timed.description().equals(description)) {
                throw new IllegalStateException(
                        "this began as " + description + " and became " + timed.description() + " while it was timed");
            }
        }
    }

    abstract void makeArray();

    /** Fills the array, which has no numbers before, and throws if a value is wrong. */
    abstract void fillAndCheck();
}
