package io.github.cycliclr.jmh;

import java.util.Map;
import java.util.function.BiFunction;

/**
 * A fill that {@link SideBySide} times. Each build's Contender has a class loader of its own and fills an array that all
 * builds share; so its type names JDK types only, and stays the same from commit to commit.
 */
public final class Contender implements BiFunction<Map<String, String>, Object, Runnable> {
    /** Called by {@link SideBySide}. */
    public Contender() {}

    /**
     * A fill of the array, which is checked once.
     *
     * @param parameters evaluator, schedule, steps, gamma and first
     * @param out a {@code double[]} or {@code float[]}
     * @throws IllegalStateException if a value is wrong
     */
    @Override
    public Runnable apply(Map<String, String> parameters, Object out) {
        Workload workload = Workload.of(
                parameters.get("schedule"),
                parameters.get("steps"),
                Double.parseDouble(parameters.get("gamma")),
                Long.parseLong(parameters.get("first")));
        Filler filler = Filler.of(parameters.get("evaluator"), workload, new Output(out));
        filler.fillAndCheck();
        return filler::fill;
    }
}
