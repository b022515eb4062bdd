package io.github.cycliclr.simd;

import io.github.cycliclr.kernel.KernelProvider;
import io.github.cycliclr.kernel.Kernels;

/** Offers the vector kernels where they run well: a ladder of checks, each with its reason. */
public final class VectorKernelProvider implements KernelProvider {
    private static final String MODULE = "jdk.incubator.vector";

    /** For {@link java.util.ServiceLoader}. */
    public VectorKernelProvider() {}

    @Override
    public Kernels kernels() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw new UnsupportedOperationException("the module " + MODULE
                    + " is not in this JVM; put the libraries on the module path, or add --add-modules " + MODULE);
        }
        String compiler = System.getProperty("java.vm.info", "");
        if (compiler.contains("interpreted mode") || compiler.contains("emulated-client")) {
            throw new UnsupportedOperationException(
                    "this JVM runs without its optimizing compiler (" + compiler + "), which vector code needs");
        }
        if (!Processor.hasFma()) {
            throw new UnsupportedOperationException(
                    "this JVM has no fused multiply-add in hardware (UseFMA is off), which vector code needs");
        }
        if (Species.DOUBLES.length() < 2) {
            throw new UnsupportedOperationException("this processor has no vectors of doubles");
        }
        return new VectorKernels();
    }
}
