package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.Block;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.ScalarKernels;

/**
 * The kernels by the widest vectors that the processor prefers.
 *
 * <p>What does not fill a last vector is done by one that overlaps the one before it: elements do not depend on each
 * other, so writing some twice is cheaper than a masked or a scalar tail.
 *
 * <p>The kernels broadcast their constants inside their loops: the compiler moves them out, whereas JDK 17 makes an
 * object, each time, of a vector that lives before a loop.
 */
final class VectorKernels implements Kernels {
    private static final int LANES = DOUBLES.length();

    @Override
    public String description() {
        return "vector, " + DOUBLES.vectorBitSize() + " bits";
    }

    @Override
    public boolean ramp(Block block, double[] out, int offset, int length) {
        if (length < LANES) {
            return ScalarKernels.INSTANCE.ramp(block, out, offset, length);
        }
        return DoubleRamp.fill(block, out, offset, 0, whole(length))
                & DoubleRamp.fill(block, out, offset, tail(length), length);
    }

    @Override
    public boolean ramp(Block block, float[] out, int offset, int length) {
        if (length < LANES) {
            return ScalarKernels.INSTANCE.ramp(block, out, offset, length);
        }
        return FloatRamp.fill(block, out, offset, 0, whole(length))
                & FloatRamp.fill(block, out, offset, tail(length), length);
    }

    @Override
    public boolean product(Block block, double[] out, int offset, int length) {
        if (length < LANES) {
            return ScalarKernels.INSTANCE.product(block, out, offset, length);
        }
        if (block.highStep == 0 && block.lowStep == 0) {
            return DoubleScale.fill(block, out, offset, 0, whole(length))
                    & DoubleScale.fill(block, out, offset, tail(length), length);
        }
        return DoubleProduct.fill(block, out, offset, 0, whole(length))
                & DoubleProduct.fill(block, out, offset, tail(length), length);
    }

    @Override
    public boolean product(Block block, float[] out, int offset, int length) {
        if (length < LANES) {
            return ScalarKernels.INSTANCE.product(block, out, offset, length);
        }
        if (block.highStep == 0) {
            return FloatScale.fill(block, out, offset, 0, whole(length))
                    & FloatScale.fill(block, out, offset, tail(length), length);
        }
        return FloatProduct.fill(block, out, offset, 0, whole(length))
                & FloatProduct.fill(block, out, offset, tail(length), length);
    }

    private static int whole(int length) {
        return DOUBLES.loopBound(length);
    }

    /** Where the last, overlapping vector begins; the end itself if there is nothing left for it. */
    private static int tail(int length) {
        return whole(length) == length ? length : length - LANES;
    }
}
