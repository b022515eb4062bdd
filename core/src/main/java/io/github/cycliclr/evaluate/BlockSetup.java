package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.WeightBlock;

/**
 * Cuts ramps and weighted ramps into the parts that kernels add up exactly, and bounds the error of the rest.
 *
 * <p>With u = 2<sup>-53</sup> and m a bound on all numbers of a block, the unit is the power of two q with
 * 2<sup>51</sup>q ≤ m &lt; 2<sup>52</sup>q. Multiples of q below 2<sup>53</sup>q are doubles, so sums of them are exact.
 *
 * <p>Near the ends of the number range the parts would overflow or lose bits to underflow. There a block of doubles is
 * set up 2<sup>lift</sup> times as large, and its values are lowered afterwards; see {@link Lift}.
 */
final class BlockSetup {
    /** Powers, tables and products are known to 2^-94 and better; see {@link Powers} and {@link WeightTable}. */
    private static final double RELATIVE_ERROR = 0x1p-92;

    /** Between these the parts of a number neither overflow nor lose bits to underflow. */
    private static final int SMALLEST = -960;

    private static final int LARGEST = 960;

    /** A value this small might round to a negative zero. */
    private static final double NEARLY_ZERO = 0x1p-90;

    final RampBlock ramp = new RampBlock();
    final WeightBlock weighted = new WeightBlock();

    private final boolean floats;
    private final Scaled first = new Scaled();
    private int lift;
    private double liftedRest;
    private double stepHigh;
    private double stepLow;

    BlockSetup(boolean floats) {
        this.floats = floats;
    }

    /** The values of the block that was set up last are 2 to this power times too large. */
    int lift() {
        return lift;
    }

    /**
     * rest + (steps ± j)·slope, j = 0 ... length - 1, in either type.
     *
     * @param direction 1 or -1
     * @param lattice what is known of the values' exact positions
     * @param mayTurnNegative whether nothing keeps the value from passing below 0
     * @return whether kernels can do it
     */
    boolean ramp(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            Lattice lattice,
            boolean mayTurnNegative) {
        long mostSteps = direction > 0 ? steps + length - 1 : steps;
        double most = scale(rest, slope, mostSteps, 1) * mostSteps * (1 + 0x1p-40);
        double bound = liftedRest + most;
        if (!inRange(bound) || mayTurnNegative && slope.hi < 0 && liftedRest - most < NEARLY_ZERO) {
            return false;
        }
        first.set(slope).multiply(steps);
        double scale = Math.scalb(1.0, (int) first.exponent + lift);
        double x = first.hi * scale;
        double sum = liftedRest + x;
        double z = sum - liftedRest;
        double e = ((liftedRest - (sum - z)) + (x - z)) + first.lo * scale;
        double high = sum + e;
        double w = high - sum;
        double low = (sum - (high - w)) + (e - w);
        double riseHigh = direction * stepHigh;
        double riseLow = direction * stepLow;
        int exponent = Math.getExponent(bound) + 1;
        double smallest = Math.min(Math.abs(high), Math.abs(high + riseHigh * (length - 1)));
        smallest = smallest < bound * 0x1p-30 ? 0 : smallest * (1 - 0x1p-10);
        // q·(length + 2) < 2^52 units: the low parts are exact as well, so ties are what they seem.
        boolean exact = riseLow == 0 && lattice.isOfSlope() && lift == 0 && steps + (long) length < 1L << 53;
        long unit = lattice.unit();
        if (floats) {
            ramp.high = high;
            ramp.highStep = riseHigh;
            // Rounding high, step, both products of H with their sums, and the bracket's ends: at most eight times u·m.
            ramp.error = exact && exponent < unit + 52 ? 0 : bound * 0x1p-49;
            ramp.tie = lift != 0 ? Double.NaN : lattice.tie(Lattice.floatMidpoint(smallest), ramp.error, bound);
            return true;
        }
        double round = 1.5 * Math.scalb(1.0, exponent);
        double q = Math.scalb(1.0, exponent - 52);
        ramp.high = (high + round) - round;
        ramp.low = (high - ramp.high) + low;
        ramp.highStep = (riseHigh + round) - round;
        ramp.lowStep = (riseHigh - ramp.highStep) + riseLow;
        double lowBound = q * (length + 4) / 2;
        // The like of it for L, at most lowBound.
        exact &= exponent - 52 + (32 - Integer.numberOfLeadingZeros(length + 2)) < unit + 52;
        ramp.error = exact ? 0 : lowBound * 0x1p-50 + bound * RELATIVE_ERROR;
        ramp.tie = lift != 0 ? Double.NaN : lattice.tie(Lattice.doubleMidpoint(smallest), ramp.error, lowBound);
        return true;
    }

    /**
     * rest + (steps ± j)·slope·weight[j], j = 0 ... length - 1, in either type.
     *
     * @param direction 1 or -1, or 0 for steps·slope·weight[j]
     * @param mayTurnNegative whether nothing keeps the value from passing below 0
     * @return whether kernels can do it
     */
    boolean weighted(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            WeightTable weights,
            boolean mayTurnNegative) {
        long mostSteps = direction > 0 ? steps + length - 1 : steps;
        double most = scale(rest, slope, mostSteps, weights.largest()) * mostSteps * (1 + 0x1p-40);
        double mostProduct = most * weights.largest();
        double bound = liftedRest + mostProduct;
        if (!inRange(bound)
                || !inRange(most)
                || mayTurnNegative && slope.hi < 0 && liftedRest - mostProduct < NEARLY_ZERO) {
            return false;
        }
        first.set(slope).multiply(steps);
        double scale = Math.scalb(1.0, (int) first.exponent + lift);
        double level = first.hi * scale;
        double rise = direction * stepHigh * WeightTable.LENGTH;
        weighted.weights = weights.weights();
        weighted.level = level;
        weighted.slope = rise;
        if (floats) {
            weighted.rest = liftedRest;
            // Rounding the three parts and the tables, two products, two sums and the bracket's ends: 12 times u·m.
            weighted.error = bound * 0x1p-49;
            return true;
        }
        int exponent = Math.getExponent(bound) + 1;
        double q = Math.scalb(1.0, exponent - 52);
        double round = 1.5 * Math.scalb(1.0, exponent);
        weighted.rest = (liftedRest + round) - round;
        weighted.restLow = liftedRest - weighted.rest;
        // Parts and weights are cut so that products of high parts are multiples of q.
        int above = weights.exponent();
        round = 1.5 * Math.scalb(1.0, exponent + WeightTable.HIGH_BITS - above);
        weighted.levelHigh = (level + round) - round;
        weighted.levelLow = (level - weighted.levelHigh) + first.lo * scale;
        weighted.slopeHigh = (rise + round) - round;
        weighted.slopeLow = (rise - weighted.slopeHigh) + direction * stepLow * WeightTable.LENGTH;
        // What is not exact: a low part of level or slope with a weight, a weight's low part with either, restLow. Each
        // is rounded, and so are products and sums and the bracket's ends: 10 times u of all together.
        double lowWeight = Math.scalb(1.0, above - WeightTable.HIGH_BITS - 1);
        double lowProduct = q * Math.scalb(1.0, WeightTable.HIGH_BITS - 1);
        double lowBound = q + lowProduct + Math.abs(level) * lowWeight;
        if (direction != 0) {
            lowBound += lowProduct + Math.abs(rise) * lowWeight;
        }
        weighted.error = lowBound * 0x1.8p-50 + mostProduct * RELATIVE_ERROR;
        return true;
    }

    /** Sets rest and step as doubles, lifted where need be, and returns the size of a step. */
    private double scale(double rest, Scaled slope, long mostSteps, double weight) {
        long largest =
                slope.exponent + (Long.SIZE - Long.numberOfLeadingZeros(mostSteps)) + Math.getExponent(weight) + 1;
        lift = floats ? 0 : Lift.of(rest, slope.exponent, largest);
        liftedRest = lift == 0 ? rest : Lift.up(rest, lift);
        long exponent = slope.exponent + lift;
        if (exponent < SMALLEST || exponent > LARGEST) {
            return Double.NaN;
        }
        double scale = Math.scalb(1.0, (int) exponent);
        stepHigh = slope.hi * scale;
        stepLow = slope.lo * scale;
        return Math.abs(stepHigh);
    }

    private static boolean inRange(double bound) {
        int exponent = Math.getExponent(bound);
        return exponent >= SMALLEST && exponent <= LARGEST;
    }
}
