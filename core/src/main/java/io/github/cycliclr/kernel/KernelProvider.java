package io.github.cycliclr.kernel;

/** Brings kernels of another kind, found by {@link java.util.ServiceLoader}. */
public interface KernelProvider {
    /** The name by which {@code -Dcycliclr.evaluator} forces these kernels, in lower case: {@code vector}. */
    String name();

    /**
     * The kernels, ready to run.
     *
     * @throws UnsupportedOperationException where they would not run well here; its message says why, and what would
     *     help, in one line
     */
    Kernels kernels();
}
