package io.github.cycliclr.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Which kernels the bulk evaluator uses, and why.
 *
 * <p>The first provider that can run here is chosen, the scalar kernels otherwise. The system property
 * {@code cycliclr.evaluator} ({@code vector} or {@code scalar}) forces a kind. That vectors cannot be had is logged once,
 * to {@code io.github.cycliclr}, with the reason.
 *
 * @param name {@code vector} or {@code scalar}
 * @param reason one line that says why
 */
public record KernelChoice(String name, Kernels kernels, String reason) {
    /** The system property that forces a kind of kernels. */
    public static final String PROPERTY = "cycliclr.evaluator";

    private static final String SCALAR = "scalar";
    private static final String VECTOR = "vector";

    /** Chosen once a process, at first use, so that a failure to be forced is thrown each time, not once. */
    private static final class Holder {
        static final KernelChoice BEST = logged(choose(null));
    }

    /**
     * The kernels that are forced, or else the best that can run here.
     *
     * @throws IllegalStateException if the forced kind is unknown or cannot run here
     */
    public static KernelChoice best() {
        String forced = System.getProperty(PROPERTY, "");
        return forced.isEmpty() ? Holder.BEST : choose(forced);
    }

    /**
     * What bulk evaluation comes to: the {@linkplain #best() best}, unless these are vectors of 128 bits, which are no faster
     * than scalar code, and are not forced.
     *
     * @throws IllegalStateException if the forced kind is unknown or cannot run here
     */
    public static KernelChoice lasting() {
        KernelChoice best = best();
        boolean forced = !System.getProperty(PROPERTY, "").isEmpty();
        return forced || best.name().equals(SCALAR) || best.kernels().keepUpWithMemory()
                ? best
                : scalar("there are vectors, but (" + best.kernels().description() + ") they are no faster; -D"
                        + PROPERTY + "=" + VECTOR + " forces them");
    }

    /**
     * Kernels that start scalar, for nothing is as fast at first, and turn into the {@linkplain #lasting() lasting} ones in
     * the background after some 17 million elements; where a kind is forced, that kind from the start.
     *
     * @throws IllegalStateException if the forced kind is unknown or cannot run here
     */
    public static Kernels warming() {
        return System.getProperty(PROPERTY, "").isEmpty() ? WarmingKernels.INSTANCE : best().kernels();
    }

    /**
     * Turns the {@linkplain #warming() warming} kernels into the lasting ones, if they get fast: these are called until they
     * are compiled, which takes some two seconds; the caller waits for four at most. It pays before billions of
     * elements, for which the background would compete with the work, and all that uses kernels be compiled twice.
     *
     * @throws IllegalStateException if the forced kind is unknown or cannot run here
     */
    public static void warmUp() {
        best();
        WarmingKernels.INSTANCE.warmUp();
    }

    /** Whether the {@linkplain #warming() warming} kernels have turned into vector kernels. */
    public static boolean isWarm() {
        return WarmingKernels.INSTANCE.isWarm();
    }

    private static KernelChoice logged(KernelChoice choice) {
        if (choice.name().equals(SCALAR)) {
            System.getLogger("io.github.cycliclr")
                    .log(System.Logger.Level.INFO, "evaluating without vectors: {0}", choice.reason());
        }
        return choice;
    }

    private static KernelChoice choose(String forced) {
        if (SCALAR.equals(forced)) {
            return scalar("forced by -D" + PROPERTY + "=" + SCALAR);
        }
        if (forced != null && !forced.equals(VECTOR)) {
            throw new IllegalStateException(
                    "-D" + PROPERTY + "=" + forced + " is unknown; it must be vector or scalar");
        }
        List<String> refusals = new ArrayList<>();
        try {
            for (KernelProvider provider :
                    ServiceLoader.load(KernelProvider.class, KernelChoice.class.getClassLoader())) {
                try {
                    Kernels kernels = provider.kernels();
                    return new KernelChoice(
                            VECTOR,
                            kernels,
                            forced == null ? "best available" : "forced by -D" + PROPERTY + "=" + forced);
                } catch (UnsupportedOperationException refusal) {
                    refusals.add(refusal.getMessage());
                }
            }
        } catch (ServiceConfigurationError | LinkageError broken) {
            refusals.add("a provider of kernels does not load: " + broken.getMessage());
        }
        String why = refusals.isEmpty() ? "no provider of vector kernels is present" : String.join("; ", refusals);
        if (forced != null) {
            throw new IllegalStateException(
                    "-D" + PROPERTY + "=" + forced + " cannot be had: " + why + "; scalar is always available");
        }
        return scalar(why);
    }

    private static KernelChoice scalar(String reason) {
        return new KernelChoice(SCALAR, ScalarKernels.INSTANCE, reason);
    }
}
