package io.github.cycliclr.simd;

import io.github.cycliclr.kernel.KernelProvider;
import io.github.cycliclr.kernel.Kernels;

/** Offers the vector kernels where they run well. */
public final class VectorKernelProvider implements KernelProvider {
    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Kernels kernels() {
        throw new UnsupportedOperationException("not there yet");
    }
}
