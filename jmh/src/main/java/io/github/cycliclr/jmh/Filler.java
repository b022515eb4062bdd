package io.github.cycliclr.jmh;

import io.github.cycliclr.jmh.OutputCheck.Precision;

/** Fills an array by one evaluator or peer, and checks the values. */
interface Filler extends AutoCloseable {
    /** One line that names the evaluator that really runs. */
    String description();

    /** Sets every element to NaN, so that the check finds elements that a fill does not write. */
    void clear();

    /** The operation to time. */
    void fill();

    /** Copies the values of the last fill to the array, if another process holds them. */
    default void fetch() {}

    /** @throws IllegalStateException if the array holds a wrong value */
    void check();

    @Override
    default void close() {}

    /** @throws IllegalStateException if a fill gives a wrong value */
    default void fillAndCheck() {
        clear();
        fill();
        fetch();
        check();
    }

    /**
     * The filler of a value of the parameter {@code evaluator}.
     *
     * @throws IllegalStateException as {@link CoreEvaluator#warm}, or if a peer does not start
     */
    static Filler of(String name, Workload workload, Output output) {
        OutputCheck check = new OutputCheck(workload, Precision.DOUBLE);
        return switch (name) {
            case "arrays_fill" -> Roof.arraysFill(workload.curve().rest(), output);
            case "arraycopy" -> Roof.arraycopy(workload.curve().rest(), output);
            case "memset" ->
                new PeerProcess(name, PeerProcess.c(), workload, output, () -> Roof.check(Roof.MEMSET, output));
            case "c" -> new PeerProcess(name, PeerProcess.c(), workload, output, () -> check.accept(output));
            case "numpy", "pytorch" ->
                new PeerProcess(name, PeerProcess.python(), workload, output, () -> check.accept(output));
            case "djl" -> DjlTracker.filler(workload, output);
            case "textbook", "portable", "vector", "bulk" ->
                CoreEvaluator.warm(name, workload.shape()).filler(workload, output);
            default ->
                throw new IllegalArgumentException("evaluator is " + name + "; it must be arrays_fill, arraycopy,"
                        + " memset, textbook, djl, c, numpy, pytorch, portable, vector or bulk");
        };
    }
}
