package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Block;

/**
 * Cuts ramps and products into the parts that kernels add up exactly, and bounds the error of the rest.
 *
 * <p>With u = 2<sup>-53</sup> and m a bound on all numbers of a block, the unit is the power of two q with
 * 2<sup>51</sup>q ≤ m &lt; 2<sup>52</sup>q. Multiples of q below 2<sup>53</sup>q are doubles, so sums of them are exact.
 */
final class BlockSetup {
    /** Powers, tables and products are known to 2^-94 and better; see {@link Powers} and {@link Weights}. */
    private static final double RELATIVE_ERROR = 0x1p-92;

    /** Between these the parts of a number neither overflow nor lose bits to underflow. */
    private static final int SMALLEST = -960;

    private static final int LARGEST = 960;

    /** A value this small might round to a negative zero. */
    private static final double NEARLY_ZERO = 0x1p-90;

    final Block block = new Block();

    private final boolean floats;
    private final Scaled first = new Scaled();

    BlockSetup(boolean floats) {
        this.floats = floats;
    }

    /**
     * rest + (steps ± j)·slope, j = 0 ... length - 1, in either type.
     *
     * @param direction 1 or -1
     * @param unit slope and rest are integer multiples of 2^unit, exactly; {@link Long#MIN_VALUE} where not known
     * @param mayTurnNegative whether nothing keeps the value from passing below 0
     * @return whether kernels can do it
     */
    boolean ramp(double rest, Scaled slope, long steps, int direction, int length, long unit, boolean mayTurnNegative) {
        long mostSteps = direction > 0 ? steps + length - 1 : steps;
        if (slope.exponent < SMALLEST || slope.exponent > LARGEST) {
            return false;
        }
        double scale = Math.scalb(1.0, (int) slope.exponent);
        double slopeHigh = direction * slope.hi * scale;
        double slopeLow = direction * slope.lo * scale;
        double most = Math.abs(slopeHigh) * mostSteps * (1 + 0x1p-40);
        double bound = rest + most;
        if (!inRange(bound) || mayTurnNegative && slope.hi < 0 && rest - most < NEARLY_ZERO) {
            return false;
        }
        first.set(slope).multiply(steps);
        scale = Math.scalb(1.0, (int) first.exponent);
        double x = first.hi * scale;
        double sum = rest + x;
        double z = sum - rest;
        double e = ((rest - (sum - z)) + (x - z)) + first.lo * scale;
        double high = sum + e;
        double w = high - sum;
        double low = (sum - (high - w)) + (e - w);
        int exponent = Math.getExponent(bound) + 1;
        // q·(length + 2) < 2^52 units of 2^unit: the low parts are exact as well, so ties are what they seem.
        boolean exact = slopeLow == 0 && unit != Long.MIN_VALUE && steps + (long) length < 1L << 53;
        if (floats) {
            block.high = high;
            block.highStep = slopeHigh;
            // Rounding high, step, their product, sum and the bracket's ends: five times u·bound.
            block.error = exact && exponent < unit + 52 ? 0 : bound * 0x1p-50;
            return true;
        }
        double round = 1.5 * Math.scalb(1.0, exponent);
        double q = Math.scalb(1.0, exponent - 52);
        block.high = (high + round) - round;
        block.low = (high - block.high) + low;
        block.highStep = (slopeHigh + round) - round;
        block.lowStep = (slopeHigh - block.highStep) + slopeLow;
        // |L| ≤ q·(length + 1)/2. Rounding its two terms and their product, their sum and the bracket's ends: 4u·|L|.
        exact &= exponent - 52 + (32 - Integer.numberOfLeadingZeros(length + 2)) < unit + 52;
        block.error = exact ? 0 : (length + 4) * q * 0x1p-51 + bound * RELATIVE_ERROR;
        return true;
    }

    /**
     * rest + (steps ± j)·slope·weight[j], j = 0 ... length - 1, in either type.
     *
     * @param direction 1 or -1, or 0 for steps·slope·weight[j]
     * @return whether kernels can do it
     */
    boolean product(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            Weights weights,
            boolean mayTurnNegative) {
        long mostSteps = direction > 0 ? steps + length - 1 : steps;
        if (slope.exponent < SMALLEST || slope.exponent > LARGEST || !weights.areUsable()) {
            return false;
        }
        double scale = Math.scalb(1.0, (int) slope.exponent);
        double stepHigh = direction * slope.hi * scale;
        double stepLow = direction * slope.lo * scale;
        double most = Math.abs(slope.hi) * scale * mostSteps * (1 + 0x1p-40);
        double mostProduct = most * weights.largest();
        double bound = rest + mostProduct;
        if (!inRange(bound) || !inRange(most) || mayTurnNegative && slope.hi < 0 && rest - mostProduct < NEARLY_ZERO) {
            return false;
        }
        first.set(slope).multiply(steps);
        scale = Math.scalb(1.0, (int) first.exponent);
        double high = first.hi * scale;
        double low = first.lo * scale;
        block.rest = rest;
        block.weightHigh = weights.high();
        block.weightLow = weights.low();
        if (floats) {
            block.high = high;
            block.highStep = stepHigh;
            // Rounding high, step and weight, step·j, the sum, its product, the last sum and the bracket's ends: 9u.
            block.error = most * 0x1p-49;
            block.restError = rest * 0x1p-51;
            return true;
        }
        double round = 1.5 * Math.scalb(1.0, Math.getExponent(most) + 1);
        block.high = (high + round) - round;
        block.low = (high - block.high) + low;
        block.highStep = (stepHigh + round) - round;
        block.lowStep = (stepHigh - block.highStep) + stepLow;
        int exponent = Math.getExponent(bound) + 1;
        double q = Math.scalb(1.0, exponent - 52);
        block.round = 1.5 * Math.scalb(1.0, exponent);
        double restHigh = (rest + block.round) - block.round;
        block.roundLessRest = block.round - restHigh;
        block.restLow = rest - restHigh;
        // The unit of the ramp, times the largest weight, is at most 2q, so |L·weight| ≤ q·(length + 1), computed with
        // 4u of it for L and 5u for the sums; a weight of 0 makes no error at all, hence an error in proportion.
        int ramped = direction == 0 ? 0 : length;
        block.error = ((ramped + 4) * q * 0x1p-49 + mostProduct * RELATIVE_ERROR) / weights.smallest();
        return true;
    }

    private static boolean inRange(double bound) {
        int exponent = Math.getExponent(bound);
        return exponent >= SMALLEST && exponent <= LARGEST;
    }
}
