package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.PolynomialBlock;

/**
 * For doubles: cuts ramps, weighted ramps and polynomials into the parts that kernels add up exactly, and what remains.
 *
 * <p>With m a bound on all numbers of a block, the unit is the power of two q with
 * 2<sup>51</sup>q ≤ m &lt; 2<sup>52</sup>q. Multiples of q below 2<sup>53</sup>q are doubles, so sums of them are exact.
 *
 * <p>Near the ends of the number range the parts would overflow or lose bits to underflow. There a block is set
 * up 2<sup>lift</sup> times as large, and its values are lowered afterwards; see {@link Lift}.
 */
final class DoubleSetup extends BlockSetup {
    /** Powers, tables and products are known to 2^-94 and better; see {@link Powers} and {@link WeightTable}. */
    private static final double RELATIVE_ERROR = 0x1p-92;

    private final Scaled first = new Scaled();
    private int lift;
    private double liftedRest;
    private double stepHigh;
    private double stepLow;
    private double anchorHigh;
    private double anchorLow;

    @Override
    int lift() {
        return lift;
    }

    @Override
    boolean ramp(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            Lattice lattice,
            boolean mayTurnNegative) {
        long mostSteps = mostSteps(steps, direction, length);
        double most = scale(rest, slope, mostSteps, 1) * mostSteps * (1 + 0x1p-40);
        double bound = liftedRest + most;
        if (!inRange(bound) || nearsZero(mayTurnNegative, slope, liftedRest - most)) {
            return false;
        }
        become(Kind.RAMP);
        double riseHigh = direction * stepHigh;
        double riseLow = direction * stepLow;
        anchor(slope, steps);
        double high = anchorHigh;
        double low = anchorLow;
        int exponent = Math.getExponent(bound) + 1;
        double smallest = Math.min(high, high + riseHigh * (length - 1));
        smallest = smallest < bound * 0x1p-30 ? 0 : smallest * (1 - 0x1p-10);
        // q·(length + 2) < 2^52 units: the low parts are exact as well, so ties are what they seem.
        boolean exact = riseLow == 0 && lattice.isOfSlope() && lift == 0 && steps + (long) length < 1L << 53;
        long unit = lattice.unit();
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

    @Override
    boolean weighted(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            WeightTable weights,
            boolean mayTurnNegative) {
        long mostSteps = mostSteps(steps, direction, length);
        double most = scale(rest, slope, mostSteps, weights.largest()) * mostSteps * (1 + 0x1p-40);
        double mostProduct = most * weights.largest();
        double bound = liftedRest + mostProduct;
        if (!inRange(bound) || !inRange(most) || nearsZero(mayTurnNegative, slope, liftedRest - mostProduct)) {
            return false;
        }
        int exponent = Math.getExponent(bound) + 1;
        double q = Scaled.twoTo(exponent - 52);
        // Multiples of this times the high part of a weight are multiples of q.
        double unit = q * Scaled.twoTo(weights.highBits() - weights.exponent());
        if (!inRange(unit * 0x1p52)) { // weights far smaller than the value, or larger
            return false;
        }
        become(Kind.WEIGHTED);
        double step = direction * stepHigh;
        weighted.weights = weights.weights();
        first.set(slope).multiply(steps);
        double scale = Scaled.twoTo(first.exponent + lift);
        double high = first.hi * scale;
        double round = 1.5 * Scaled.twoTo(exponent);
        weighted.rest = (liftedRest + round) - round;
        weighted.restLow = liftedRest - weighted.rest;
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

    @Override
    boolean polynomial(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            PowerSeries series,
            boolean mayTurnNegative) {
        long mostSteps = mostSteps(steps, direction, length);
        double x = series.largest(length);
        double most = scale(rest, slope, mostSteps, 1) * mostSteps * (1 + 2 * x);
        double bound = liftedRest + most;
        int magnitude = Math.getExponent(bound);
        if (lift != 0 || !isPolynomial(bound, most) || nearsZero(mayTurnNegative, slope, liftedRest - most)) {
            return false;
        }
        become(Kind.POLYNOMIAL);
        PolynomialBlock p = polynomialBlock();
        anchor(slope, steps);
        double scale = Scaled.twoTo(first.exponent);
        series.ramp(first.hi * scale, first.lo * scale, direction * stepHigh, direction * stepLow, p);
        p.most = bound;
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

    @Override
    boolean provesFeet() {
        double rest = weighted.rest;
        double low = weighted.restLow;
        return lift == 0 && rest + (low - 2 * weighted.error) == rest + (low + 2 * weighted.error);
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
        lift = Lift.of(rest, slope.exponent, largest);
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
}
