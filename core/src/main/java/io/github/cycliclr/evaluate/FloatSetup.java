package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.PolynomialBlock;

/**
 * For floats: everything is rounded to double, which is some 2<sup>29</sup> times as exact as a float, as soon as it is
 * known, and nothing is cut into parts.
 */
final class FloatSetup extends BlockSetup {
    /** The smallest normal number of floats, with room for errors; the largest likewise. */
    private static final double SMALLEST_FLOAT = 0x1.01p-126;

    private static final double LARGEST_FLOAT = 0x1p127;

    @Override
    int lift() {
        return 0;
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
        double size = size(slope);
        long mostSteps = mostSteps(steps, direction, length);
        double most = Math.abs(size) * mostSteps * (1 + 0x1p-40);
        double bound = rest + most;
        if (!inRange(bound) || nearsZero(mayTurnNegative, slope, rest - most)) {
            return false;
        }
        become(Kind.RAMP);
        double rise = direction * size;
        // From the smaller end.
        int origin = rise < 0 ? length - 1 : 0;
        double high = rest + size * (steps + (long) direction * origin);
        double smallest = high < bound * 0x1p-30 ? 0 : high * (1 - 0x1p-10);
        // Multiples of the unit below 2^52 units are doubles, and so is every product and sum of what follows.
        boolean exact = lattice.isOfSlope()
                && steps + (long) length < 1L << 53
                && Math.getExponent(bound) + 1 < lattice.unit() + 52;
        ramp.high = high;
        ramp.highStep = rise;
        ramp.origin = origin;
        // Four roundings here, of slope, steps, product and sum; up to six more in a kernel: ten times u·m.
        ramp.error = exact ? 0 : bound * 0x1p-49;
        ramp.tie = lattice.tie(Lattice.floatMidpoint(smallest), ramp.error, bound);
        ramp.unit = exact ? Scaled.twoTo(lattice.unit()) : 0;
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
        double size = size(slope);
        long mostSteps = mostSteps(steps, direction, length);
        double most = Math.abs(size) * mostSteps * (1 + 0x1p-40);
        double mostProduct = most * weights.largest();
        double bound = rest + mostProduct;
        if (!inRange(bound) || !inRange(most) || nearsZero(mayTurnNegative, slope, rest - mostProduct)) {
            return false;
        }
        become(Kind.WEIGHTED);
        int origin = direction < 0 ? length - 1 : 0;
        weighted.weights = weights.weights();
        weighted.origin = origin;
        weighted.rest = rest;
        weighted.high = size * (steps + (long) direction * origin);
        weighted.highStep = direction * size;
        // Four roundings here, of slope, steps, product and weight; up to eight more in a kernel: 12 times u·m.
        weighted.error = bound * 0x1p-49;
        double least = Math.abs(size) * (direction == 0 ? steps : 1) * weights.smallest();
        weighted.ulps = ulps(rest, slope.hi < 0, bound, mostProduct, least);
        return true;
    }

    /** {@link io.github.cycliclr.kernel.WeightBlock#ulps}, where what is added to rest is {@code least} or more. */
    private static int ulps(double rest, boolean falls, double bound, double mostProduct, double least) {
        if (falls) {
            double smallest = rest - mostProduct;
            int lost = Math.getExponent(bound) - Math.getExponent(smallest) + 1;
            return smallest < SMALLEST_FLOAT || bound > LARGEST_FLOAT || lost > 12 ? -1 : 32 << lost;
        }
        boolean normal = rest >= SMALLEST_FLOAT || rest == 0 && least >= SMALLEST_FLOAT;
        return normal && bound <= LARGEST_FLOAT ? 32 : -1;
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
        double size = size(slope);
        long mostSteps = mostSteps(steps, direction, length);
        double x = series.largest(length);
        double most = Math.abs(size) * mostSteps * (1 + 2 * x);
        double bound = rest + most;
        if (!isPolynomial(bound, most) || nearsZero(mayTurnNegative, slope, rest - most)) {
            return false;
        }
        become(Kind.POLYNOMIAL);
        PolynomialBlock p = polynomialBlock();
        double first = size * steps;
        p.low0 = rest + first;
        series.ramp(first, direction * size, p);
        p.most = bound;
        // Five roundings here, up to five more by Horner's rule: ten times u·m; then the terms that are left out.
        p.error = bound * 0x1p-49 + most * (x * x * x * x / 20);
        return true;
    }

    @Override
    boolean provesFeet() {
        double margin = weighted.error + 2 * weighted.ulps * Math.ulp(weighted.rest);
        return weighted.ulps >= 0 && (float) (weighted.rest - margin) == (float) (weighted.rest + margin);
    }

    /** The slope as a double; NaN where it is so large or small that its products are not in range. */
    private static double size(Scaled slope) {
        long exponent = slope.exponent;
        return exponent < SMALLEST || exponent > LARGEST ? Double.NaN : slope.hi * Scaled.twoTo(exponent);
    }
}
