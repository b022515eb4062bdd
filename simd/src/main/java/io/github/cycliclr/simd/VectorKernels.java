package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;

/**
 * The kernels by the widest vectors that the processor prefers.
 *
 * <p>A kernel does a few vectors a turn of its loop. What does not fill a last turn is done by one that overlaps the one
 * before it: elements do not depend on each other, so writing some twice is cheaper than a masked or a scalar tail.
 *
 * <p>The kernels broadcast their constants inside their loops: the compiler moves them out, whereas JDK 17 makes an
 * object, each time, of a vector that lives before a loop.
 */
final class VectorKernels implements Kernels {
    private static final int RAMP_TURN = 4 * DOUBLES.length();
    private static final int WEIGHTED_TURN = 2 * DOUBLES.length();

    /** StubRoutines' threshold for 512-bit vectors, since JDK 22. */
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
    public int ramp(RampBlock block, double[] out, int offset, int from, int to) {
        if (to - from < RAMP_TURN) {
            return ScalarKernels.INSTANCE.ramp(block, out, offset, from, to);
        }
        int last = to - RAMP_TURN;
        int turns = to - (to - from) % RAMP_TURN;
        int end = DoubleRamp.fill(block, out, offset, from, turns);
        return end < turns || turns == to ? end : DoubleRamp.fill(block, out, offset, last, to);
    }

    @Override
    public int ramp(RampBlock block, float[] out, int offset, int from, int to) {
        if (to - from < RAMP_TURN) {
            return ScalarKernels.INSTANCE.ramp(block, out, offset, from, to);
        }
        int last = to - RAMP_TURN;
        int turns = to - (to - from) % RAMP_TURN;
        int end = FloatRamp.fill(block, out, offset, from, turns);
        return end < turns || turns == to ? end : FloatRamp.fill(block, out, offset, last, to);
    }

    @Override
    public int weighted(WeightBlock block, double[] out, int offset, int from, int to) {
        if (to - from < WEIGHTED_TURN) {
            return ScalarKernels.INSTANCE.weighted(block, out, offset, from, to);
        }
        int last = to - WEIGHTED_TURN;
        int turns = to - (to - from) % WEIGHTED_TURN;
        if (block.slope == 0) {
            int end = DoubleWeighted.fill(block, out, offset, from, turns);
            return end < turns || turns == to ? end : DoubleWeighted.fill(block, out, offset, last, to);
        }
        int end = DoubleWeighted.fillRamped(block, out, offset, from, turns);
        return end < turns || turns == to ? end : DoubleWeighted.fillRamped(block, out, offset, last, to);
    }

    @Override
    public int weighted(WeightBlock block, float[] out, int offset, int from, int to) {
        if (to - from < WEIGHTED_TURN) {
            return ScalarKernels.INSTANCE.weighted(block, out, offset, from, to);
        }
        int last = to - WEIGHTED_TURN;
        int turns = to - (to - from) % WEIGHTED_TURN;
        if (block.slope == 0) {
            int end = FloatWeighted.fill(block, out, offset, from, turns);
            return end < turns || turns == to ? end : FloatWeighted.fill(block, out, offset, last, to);
        }
        int end = FloatWeighted.fillRamped(block, out, offset, from, turns);
        return end < turns || turns == to ? end : FloatWeighted.fillRamped(block, out, offset, last, to);
    }
}
