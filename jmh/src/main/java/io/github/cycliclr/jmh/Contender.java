package io.github.cycliclr.jmh;

import io.github.cycliclr.kernel.KernelChoice;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A fill that {@link SideBySide} times: of an array that others fill as well, by the parameters of the benchmarks. Each build
 * has one of its own, loaded by name; so of its type nothing is known but what the JDK has.
 */
public final class Contender implements BiFunction<Map<String, String>, Object, Runnable> {
    /** Nothing to set. */
    public Contender() {}

    /**
     * A fill of the array, compiled and checked.
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
        if (out instanceof double[] doubles) {
            Filler filler = filler(parameters, workload, doubles.length);
            Arrays.fill(doubles, Double.NaN); // what another has left there is not this one's
            filler.fill(doubles);
            filler.fetch(doubles);
            filler.check(doubles);
            return () -> filler.fill(doubles);
        }
        float[] floats = (float[]) out;
        Filler filler = filler(parameters, workload, floats.length);
        Arrays.fill(floats, Float.NaN);
        filler.fill(floats);
        filler.check(floats);
        return () -> filler.fill(floats);
    }

    private static Filler filler(Map<String, String> parameters, Workload workload, int size) {
        return Filler.of(parameters.get("evaluator"), workload, size, KernelChoice::best);
    }
}
