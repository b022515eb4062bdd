package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;
import io.github.cycliclr.schedule.Shape;
import java.util.Arrays;

/**
 * A block of one curve that was set up by a small fill and covers more than it asked for, so that those that follow need no set-up of
 * their own. Immutable once made, so that threads can share it without a lock.
 *
 * @param first the first iteration covered
 * @param end the iteration behind the last one; never behind {@link Shape#LAST_ITERATION}, so that what is covered is in range
 * @param blockFirst the iteration of element 0 of the block; those before it are a foot
 * @param ramp the block, or null
 * @param weights the block, or null; where both are, all values are that at the foot
 * @param period 0, or that of a tile, which has a foot at its beginning and a period further on
 */
record Recent(long first, long end, long blockFirst, RampBlock ramp, WeightBlock weights, long period, double foot) {
    Recent {
        end = Math.min(end, Shape.LAST_ITERATION);
    }

    private boolean covers(long n, int length) {
        return n >= first && n <= end - length;
    }

    /** Whether a range begins here, or right behind the end, and does not end here. */
    boolean endsWithin(long n, int length) {
        return n >= first && n <= end && n > end - length;
    }

    /** Fills if it can, and says so. */
    boolean fill(long n, double[] out, int offset, int length) {
        if (!covers(n, length)) {
            return false;
        }
        int from = (int) (n - blockFirst);
        if (length == 1 && ramp != null && from >= 0) {
            return ScalarKernels.step(ramp, out, offset - from, from);
        }
        if (ramp == null && weights == null) {
            Arrays.fill(out, offset, offset + length, foot);
            return true;
        }
        if (from < 0 && length > 0) {
            out[offset] = foot;
        }
        int begin = Math.max(from, 0);
        int to = from + length;
        int proven = ramp != null
                ? ScalarKernels.INSTANCE.ramp(ramp, out, offset - from, begin, to)
                : ScalarKernels.INSTANCE.weighted(weights, out, offset - from, begin, to);
        if (proven < to) {
            return false;
        }
        if (period != 0) {
            for (long j = (from + period - 1) / period * period; j < to; j += period) {
                out[offset - from + (int) j] = foot;
            }
        }
        return true;
    }

    /** Fills if it can, and says so. */
    boolean fill(long n, float[] out, int offset, int length) {
        if (!covers(n, length)) {
            return false;
        }
        int from = (int) (n - blockFirst);
        if (length == 1 && ramp != null && from >= 0) {
            return ScalarKernels.step(ramp, out, offset - from, from);
        }
        if (ramp == null && weights == null) {
            Arrays.fill(out, offset, offset + length, (float) foot);
            return true;
        }
        if (from < 0 && length > 0) {
            out[offset] = (float) foot;
        }
        int begin = Math.max(from, 0);
        int to = from + length;
        int proven = ramp != null
                ? ScalarKernels.INSTANCE.ramp(ramp, out, offset - from, begin, to)
                : ScalarKernels.INSTANCE.weighted(weights, out, offset - from, begin, to);
        if (proven < to) {
            return false;
        }
        if (period != 0) {
            for (long j = (from + period - 1) / period * period; j < to; j += period) {
                out[offset - from + (int) j] = (float) foot;
            }
        }
        return true;
    }
}
