package io.github.cycliclr.kernel;

/** Brings vector kernels, found by {@link java.util.ServiceLoader}. */
public interface KernelProvider {
    /**
     * The kernels, ready to run.
     *
     * @throws UnsupportedOperationException where they would not run well here; its message says why, and what would
     *     help, in one line
     */
    Kernels kernels();
}
