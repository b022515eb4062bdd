package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.evaluate.ReferenceEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.ScalarKernels;
import java.util.function.Supplier;

/** What is timed: something that fills an array, and knows how to check it. */
interface Filler extends AutoCloseable {
    /** Of up to four seconds each. */
    int MOST_WAITS = 15;

    /** For people: which evaluator it really is. */
    String description();

    void fill(double[] out);

    void fill(float[] out);

    /** Brings to the array what the last fill computed, where a fill writes to another process's memory. */
    default void fetch(double[] out) {}

    /** @throws IllegalStateException if a value is wrong */
    void check(double[] out);

    /** @throws IllegalStateException if a value is wrong */
    void check(float[] out);

    @Override
    default void close() {}

    /**
     * The filler of a name.
     *
     * @param size elements that it will be asked to fill
     * @param best the best kernels that can run here; asked for by vector only, for it takes time
     * @throws IllegalStateException if vector is asked for and the best kernels are not vector kernels: another
     *     evaluator's time must not go by that name
     */
    static Filler of(String name, Workload workload, int size, Supplier<KernelChoice> best) {
        OutputCheck plain = new OutputCheck(workload, false);
        OutputCheck rounded = new OutputCheck(workload, true);
        return switch (name) {
            case "arrays_fill" -> new Roof.ArraysFill(workload.curve().rest());
            case "arraycopy" -> new Roof.ArrayCopy(workload.curve().rest());
            case "memset" ->
                new PeerProcess(name, PeerProgram.c(), workload, size, out -> Roof.requireAll(Roof.MEMSET, out));
            case "textbook" -> new Evaluation(name, new ReferenceEvaluator(workload.shape()), workload, plain);
            case "djl" -> new DjlTracker(workload);
            case "c" -> new PeerProcess(name, PeerProgram.c(), workload, size, plain::accept);
            case "numpy", "pytorch" -> new PeerProcess(name, PeerProgram.python(), workload, size, plain::accept);
            case "portable", "vector" ->
                new Evaluation(name, BulkEvaluator.of(workload.shape(), kernels(name, best.get())), workload, rounded);
            case "bulk" -> new Evaluation(name, BulkEvaluator.of(workload.shape()), workload, rounded);
            default ->
                throw new IllegalArgumentException("evaluator is " + name + "; it must be arrays_fill, arraycopy,"
                        + " memset, textbook, djl, c, numpy, pytorch, portable, vector or bulk");
        };
    }

    /**
     * The kernels of a name.
     *
     * @param name portable or vector
     * @param best the best kernels that can run here
     * @throws IllegalStateException if vector is asked for and the best kernels are not vector kernels
     */
    static Kernels kernels(String name, KernelChoice best) {
        if (name.equals("portable")) {
            return ScalarKernels.INSTANCE;
        }
        if (name.equals("vector") && best.name().equals("vector")) {
            warmUp();
            return best.kernels();
        }
        throw new IllegalStateException(
                name.equals("vector")
                        ? "no vector kernels run here: " + best.reason()
                        : "evaluator is " + name + "; it must be portable or vector");
    }

    /**
     * Has the kernels that last compiled, however long it takes: some fills call them so rarely that the warm-up of a
     * benchmark is not enough, and what is not compiled yet is thousands of times slower.
     *
     * @throws IllegalStateException if they do not get fast
     */
    static void warmUp() {
        boolean vectors = KernelChoice.lasting().name().equals("vector");
        for (int waits = 0; vectors && !KernelChoice.isWarm(); waits++) {
            if (waits == MOST_WAITS) {
                throw new IllegalStateException("the vector kernels are not compiled after a minute, not to be timed:"
                        + " something else keeps the processors busy");
            }
            KernelChoice.warmUp();
        }
    }
}
