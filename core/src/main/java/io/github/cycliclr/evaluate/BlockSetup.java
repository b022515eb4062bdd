package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.WeightBlock;

/**
 * Cuts ramps, weighted ramps and polynomials into the parts that kernels add up exactly, and bounds the error of the rest.
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
    static final int SMALLEST = -960;

    private static final int LARGEST = 960;

    /** Coefficients are smaller than values by up to 2^120 and lose bits to underflow sooner. */
    private static final int SMALLEST_POLYNOMIAL = -800;

    /** A value this small might round to a negative zero. */
    private static final double NEARLY_ZERO = 0x1p-90;

    enum Kind {
        RAMP,
        WEIGHTED,
        POLYNOMIAL
    }

    /** The smallest normal number of floats, with room for errors; the largest likewise. */
    private static final double SMALLEST_FLOAT = 0x1.01p-126;

    private static final double LARGEST_FLOAT = 0x1p127;

    final RampBlock ramp = new RampBlock();
    final WeightBlock weighted = new WeightBlock();

    /** Null until there is one: small fills, which keep a setup each, have none. */
    PolynomialBlock polynomial;

    /** Which of the blocks was set up last. */
    Kind kind;

    private final boolean floats;
    private final Scaled first = new Scaled();
    private int lift;
    private double liftedRest;
    private double stepHigh;
    private double stepLow;
    private double anchorHigh;
    private double anchorLow;

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
        kind = Kind.RAMP;
        double riseHigh = direction * stepHigh;
        double riseLow = direction * stepLow;
        // Doubles count from the first, floats from the smaller end.
        int origin = floats && riseHigh < 0 ? length - 1 : 0;
        anchor(slope, steps + (long) direction * origin);
        double high = anchorHigh;
        double low = anchorLow;
        int exponent = Math.getExponent(bound) + 1;
        double smallest = floats ? high : Math.min(high, high + riseHigh * (length - 1));
        smallest = smallest < bound * 0x1p-30 ? 0 : smallest * (1 - 0x1p-10);
        // q·(length + 2) < 2^52 units: the low parts are exact as well, so ties are what they seem.
        boolean exact = riseLow == 0 && lattice.isOfSlope() && lift == 0 && steps + (long) length < 1L << 53;
        long unit = lattice.unit();
        if (floats) {
            ramp.high = high;
            ramp.highStep = riseHigh;
            ramp.origin = origin;
            // Rounding high, step, both products of H with their sums, and the bracket's ends: at most eight times u·m.
            ramp.error = exact && exponent < unit + 52 ? 0 : bound * 0x1p-49;
            ramp.tie = lattice.tie(Lattice.floatMidpoint(smallest), ramp.error, bound);
            ramp.unit = ramp.error == 0 ? Scaled.twoTo(unit) : 0;
            return true;
        }
        double round = 1.5 * Scaled.twoTo(exponent);
        double q = Scaled.twoTo(exponent - 52);
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
        kind = Kind.WEIGHTED;
        double step = direction * stepHigh;
        weighted.weights = weights.weights();
        if (floats) {
            weighted.origin = direction < 0 ? length - 1 : 0;
            first.set(slope).multiply(steps + (long) direction * weighted.origin);
            weighted.rest = liftedRest;
            weighted.high = first.hi * Scaled.twoTo(first.exponent);
            weighted.highStep = step;
            weighted.lowStep = 0;
            // Rounding high, step and weight, step·j, two sums, two products and the bracket's ends: 12 times u·m.
            weighted.error = bound * 0x1p-49;
            double least = Math.abs(stepHigh) * (direction == 0 ? steps : 1) * weights.smallest();
            weighted.ulps = ulps(slope.hi < 0, bound, mostProduct, least);
            return true;
        }
        first.set(slope).multiply(steps);
        double scale = Scaled.twoTo(first.exponent + lift);
        double high = first.hi * scale;
        int exponent = Math.getExponent(bound) + 1;
        double q = Scaled.twoTo(exponent - 52);
        double round = 1.5 * Scaled.twoTo(exponent);
        weighted.rest = (liftedRest + round) - round;
        weighted.restLow = liftedRest - weighted.rest;
        // Multiples of this times the high part of a weight are multiples of q.
        double unit = q * Scaled.twoTo(weights.highBits() - weights.exponent());
        round = 0x1.8p52 * unit;
        weighted.high = (high + round) - round;
        weighted.low = (high - weighted.high) + first.lo * scale;
        weighted.highStep = (step + round) - round;
        weighted.lowStep = (step - weighted.highStep) + direction * stepLow;
        // |L| is at most unit·(length + 2)/2, and L and its products are rounded some eight times ...
        double lowRamp = unit * ((direction == 0 ? 0 : length) + 2) / 2;
        // ... as is the ramp with what is low of a weight; then restLow.
        double lowWeight = Scaled.twoTo(weights.exponent() - weights.highBits() - 1);
        double lowBound = lowRamp * weights.largest() + most * lowWeight + q;
        weighted.error = lowBound * 0x1p-49 + mostProduct * RELATIVE_ERROR;
        return true;
    }

    /**
     * rest + (steps ± j)·slope·ratio<sup>j</sup>, j = 0 ... length - 1, in either type.
     *
     * @param direction 1 or -1
     * @param mayTurnNegative whether nothing keeps the value from passing below 0
     * @return whether kernels can do it
     */
    boolean polynomial(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            PowerSeries series,
            boolean mayTurnNegative) {
        long mostSteps = direction > 0 ? steps + length - 1 : steps;
        double x = series.largest(length);
        double most = scale(rest, slope, mostSteps, 1) * mostSteps * (1 + 2 * x);
        double bound = liftedRest + most;
        int magnitude = Math.getExponent(bound);
        if (lift != 0
                || magnitude < SMALLEST_POLYNOMIAL
                || magnitude > LARGEST
                || !(most >= bound * 0x1p-200)
                || mayTurnNegative && slope.hi < 0 && liftedRest - most < NEARLY_ZERO) {
            return false;
        }
        kind = Kind.POLYNOMIAL;
        if (polynomial == null) {
            polynomial = new PolynomialBlock();
        }
        PolynomialBlock p = polynomial;
        anchor(slope, steps);
        double scale = Scaled.twoTo(first.exponent);
        series.ramp(first.hi * scale, first.lo * scale, direction * stepHigh, direction * stepLow, p);
        p.most = bound;
        if (floats) {
            p.low0 = anchorHigh;
            p.low1 = p.high1;
            p.low2 = p.high2;
            p.high1 = 0;
            p.high2 = 0;
            // Rounding the coefficients and Horner's rule: some four times u·m; then the terms that are left out.
            p.error = bound * 0x1p-49 + most * (x * x * x * x / 20);
            return true;
        }
        double round = 1.5 * Scaled.twoTo(magnitude + 1);
        double q = Scaled.twoTo(magnitude - 51);
        p.high0 = (anchorHigh + round) - round;
        p.low0 = (anchorHigh - p.high0) + anchorLow;
        double whole = p.high1;
        p.high1 = (whole + round) - round;
        p.low1 += whole - p.high1;
        whole = p.high2;
        p.high2 = (whole + round) - round;
        p.low2 += whole - p.high2;
        // The cut parts are at most q/2; from j^3 on, terms are at most x^2 of the whole.
        double lowBound = q * (1 + length + (double) length * length) + most * x * x;
        p.error = lowBound * 0x1p-49 + most * (x * x * x * x * x * x / 700) + bound * RELATIVE_ERROR;
        return true;
    }

    /**
     * Whether kernels prove the value at the foot in the weighted block that was set up last, where its weight is 0: a bracket
     * around it that is twice as wide rounds to it.
     */
    boolean provesFeet() {
        double rest = weighted.rest;
        if (floats) {
            double margin = weighted.error + 2 * weighted.ulps * Math.ulp(rest);
            return weighted.ulps >= 0 && (float) (rest - margin) == (float) (rest + margin);
        }
        double low = weighted.restLow;
        return lift == 0 && rest + (low - 2 * weighted.error) == rest + (low + 2 * weighted.error);
    }

    /** {@link WeightBlock#ulps}, where what is added to rest is {@code least} or more. */
    private int ulps(boolean falls, double bound, double mostProduct, double least) {
        if (falls) {
            double smallest = liftedRest - mostProduct;
            int lost = Math.getExponent(bound) - Math.getExponent(smallest) + 1;
            return smallest < SMALLEST_FLOAT || bound > LARGEST_FLOAT || lost > 12 ? -1 : 32 << lost;
        }
        boolean normal = liftedRest >= SMALLEST_FLOAT || liftedRest == 0 && least >= SMALLEST_FLOAT;
        return normal && bound <= LARGEST_FLOAT ? 32 : -1;
    }

    /** Sets the anchor to rest + slope·steps, a double-double. */
    private void anchor(Scaled slope, long steps) {
        first.set(slope).multiply(steps);
        double scale = Scaled.twoTo(first.exponent + lift);
        double x = first.hi * scale;
        double sum = liftedRest + x;
        double z = sum - liftedRest;
        double e = ((liftedRest - (sum - z)) + (x - z)) + first.lo * scale;
        anchorHigh = sum + e;
        double w = anchorHigh - sum; // the sum may have cancelled to less than e: the two-sum that needs no order
        anchorLow = (sum - (anchorHigh - w)) + (e - w);
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
        double scale = Scaled.twoTo(exponent);
        stepHigh = slope.hi * scale;
        stepLow = slope.lo * scale;
        return Math.abs(stepHigh);
    }

    private static boolean inRange(double bound) {
        int exponent = Math.getExponent(bound);
        return exponent >= SMALLEST && exponent <= LARGEST;
    }
}
