package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.math.BigInteger;

/**
 * The real value in arbitrary precision, rounded once: 0 ulp by construction.
 *
 * <p>It is the judge of the bulk evaluators, and settles the few values whose rounding they cannot prove. A power
 * gamma<sup>x</sup> is exact where it is short, and otherwise enclosed between two bounds, ever closer until both give
 * the same rounding (Ziv's strategy). That ends: a value on a rounding boundary is a multiple of 2<sup>-1075</sup>
 * below 2<sup>1025</sup>; with gamma = m·2<sup>e</sup>, m odd, its odd part has the factor m<sup>x</sup> divided by at
 * most the step size, so m<sup>x</sup> has at most 2100 + 61 bits, and such powers are exact here.
 */
public record ExactEvaluator(Shape shape) implements Evaluator {
    private static final int EXACT_POWER_BITS = 2200;

    /** Beyond 2^±this a scaling decides the result by its sign alone. */
    private static final long FAR = 4000;

    @Override
    public double valueAt(Curve curve, long iteration) {
        Evaluator.checkIteration(iteration);
        return value(curve, iteration, Binary.Format.DOUBLE);
    }

    @Override
    public float floatValueAt(Curve curve, long iteration) {
        Evaluator.checkIteration(iteration);
        return (float) value(curve, iteration, Binary.Format.FLOAT);
    }

    @Override
    public void fill(Curve curve, long first, double[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        for (int i = 0; i < length; i++) {
            out[offset + i] = value(curve, first + i, Binary.Format.DOUBLE);
        }
    }

    @Override
    public void fill(Curve curve, long first, float[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        for (int i = 0; i < length; i++) {
            out[offset + i] = (float) value(curve, first + i, Binary.Format.FLOAT);
        }
    }

    /**
     * The scaling k(x), as a double.
     *
     * @throws IllegalArgumentException if x is negative or beyond {@link Shape#LAST_ITERATION}
     */
    public double scalingAt(long x) {
        Evaluator.checkIteration(x);
        return scaled(Binary.of(0), Binary.of(1), 1, x, Binary.Format.DOUBLE);
    }

    /**
     * The scaling k(x), as a float.
     *
     * @throws IllegalArgumentException if x is negative or beyond {@link Shape#LAST_ITERATION}
     */
    public float floatScalingAt(long x) {
        Evaluator.checkIteration(x);
        return (float) scaled(Binary.of(0), Binary.of(1), 1, x, Binary.Format.FLOAT);
    }

    private double value(Curve curve, long n, Binary.Format format) {
        long position = n % shape.period();
        boolean up = position <= shape.stepSizeUp();
        long steps = up ? position : shape.period() - position;
        Binary rest = Binary.of(curve.rest());
        Binary amplitude = Binary.of(curve.peak()).subtract(rest);
        if (steps == 0 || amplitude.isZero()) {
            return rest.dividedBy(1, format);
        }
        return scaled(
                rest,
                amplitude.multiply(Binary.of(steps)),
                up ? shape.stepSizeUp() : shape.stepSizeDown(),
                shape.scalingArgument(n),
                format);
    }

    /** rest + height · k(x) / divisor. */
    private double scaled(Binary rest, Binary height, long divisor, long x, Binary.Format format) {
        if (shape.scaling() instanceof Scaling.Custom custom) {
            return sum(rest, height.multiply(Binary.of(custom.at(x))), divisor, format);
        }
        Scaling.Geometric k = (Scaling.Geometric) shape.scaling();
        Binary factor = Binary.of(k.factor());
        Binary ratio = Binary.of(k.ratio()).odd();
        int bits = ratio.significand().bitLength();
        if (bits <= 1 || x <= EXACT_POWER_BITS / (bits - 1)) {
            Binary exact = power(ratio, x, Integer.MAX_VALUE, false).multiply(factor);
            return sum(rest, height.multiply(exact), divisor, format);
        }
        for (int precision = 192; ; precision *= 2) {
            Binary below = power(ratio, x, precision, false).multiply(factor);
            Binary above = power(ratio, x, precision, true).multiply(factor);
            double one = sum(rest, height.multiply(below), divisor, format);
            double other = sum(rest, height.multiply(above), divisor, format);
            if (one == other) {
                return one;
            }
        }
    }

    private static double sum(Binary rest, Binary product, long divisor, Binary.Format format) {
        Binary x = product;
        if (!x.isZero() && Math.abs(x.magnitude()) > FAR) {
            // No rounding boundary lies between the sum with this and the sum with anything smaller (or larger) yet.
            x = new Binary(BigInteger.valueOf(x.significand().signum()), x.magnitude() < 0 ? -FAR : FAR);
        }
        return rest.multiply(Binary.of(divisor)).add(x).dividedBy(divisor, format);
    }

    /**
     * ratio<sup>x</sup> with every product cut to a number of bits, below or above; stops early, on the same side, once
     * it is so far from 1 that only this matters.
     */
    static Binary power(Binary ratio, long x, int precision, boolean above) {
        Binary power = Binary.of(1);
        for (int bit = 63 - Long.numberOfLeadingZeros(x); bit >= 0; bit--) {
            power = power.multiply(power).cut(precision, above);
            if ((x >>> bit & 1) != 0) {
                power = power.multiply(ratio).cut(precision, above);
            }
            if (power.isZero() || Math.abs(power.magnitude()) > 1L << 40) {
                return power;
            }
        }
        return power;
    }
}
