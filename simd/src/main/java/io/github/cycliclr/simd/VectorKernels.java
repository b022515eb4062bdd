package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.WeightBlock;

/**
 * The kernels by the widest vectors that the processor prefers.
 *
 * <p>A kernel does four vectors a turn of its loop and leaves the loop at a turn with an element that is not proven; what
 * is rare is done outside, so that the loop has no calls, before which the compiler would have to save its vectors. What
 * does not fill a last turn is done by one that overlaps the one before it: elements do not depend on each other, so
 * writing some twice is cheaper than a masked or a scalar tail.
 *
 * <p>The kernels broadcast their constants inside their loops: the compiler moves them out, whereas JDK 17 makes an
 * object, each time, of a vector that lives before a loop. Numbers of a turn are vectors as soon as they are loaded, which is
 * one instruction; a scalar in a local variable, which an exit from the loop may need, would be a second one. A turn's
 * comparisons, too, each begin with the mask of the one before, rather than being combined.
 */
final class VectorKernels implements Kernels {
    /** The threshold of the JVM's copies of 512 bits, since JDK 22. */
    private static final int STREAMING_COPY = 5 << 19;

    @Override
    public String description() {
        return "vector, " + DOUBLES.vectorBitSize() + " bits";
    }

    @Override
    public int streamingCopy() {
        return DOUBLES.vectorBitSize() == 512 && Runtime.version().feature() >= 22 ? STREAMING_COPY : Integer.MAX_VALUE;
    }

    @Override
    public boolean keepUpWithMemory() {
        return DOUBLES.vectorBitSize() >= 256;
    }

    @Override
    public int ramp(RampBlock block, double[] out, int offset, int from, int to) {
        return DoubleRamp.INSTANCE.fill(block, out, offset, from, to);
    }

    @Override
    public int ramp(RampBlock block, float[] out, int offset, int from, int to) {
        return FloatRamp.INSTANCE.fill(block, out, offset, from, to);
    }

    @Override
    public int weighted(WeightBlock block, double[] out, int offset, int from, int to) {
        return block.isLevel()
                ? DoubleLevel.INSTANCE.fill(block, out, offset, from, to)
                : DoubleWeighted.INSTANCE.fill(block, out, offset, from, to);
    }

    @Override
    public int weighted(WeightBlock block, float[] out, int offset, int from, int to) {
        return block.isLevel()
                ? FloatLevel.INSTANCE.fill(block, out, offset, from, to)
                : FloatWeighted.INSTANCE.fill(block, out, offset, from, to);
    }

    @Override
    public int polynomial(PolynomialBlock block, double[] out, int offset, int from, int to) {
        return DoublePolynomial.INSTANCE.fill(block, out, offset, from, to);
    }

    @Override
    public int polynomial(PolynomialBlock block, float[] out, int offset, int from, int to) {
        return FloatPolynomial.INSTANCE.fill(block, out, offset, from, to);
    }
}
