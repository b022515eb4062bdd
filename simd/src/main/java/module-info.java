/** The Vector API kernels: with this module on the module path, bulk evaluation is vectorised without any flag. */
module io.github.cycliclr.simd {
    requires io.github.cycliclr.core;
    requires java.management;
    requires jdk.incubator.vector;
    requires jdk.management;

    provides io.github.cycliclr.kernel.KernelProvider with
            io.github.cycliclr.simd.VectorKernelProvider;
}
