package io.github.cycliclr.sweep.forecast;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The mean of a curve over a range of iterations, in closed form: a cycle of ramps adds up to half its length, and powers
 * to geometric sums.
 *
 * <p>The sums cancel where gamma is near 1, so they are done with a hundred digits.
 */
final class Mean {
    private static final MathContext DIGITS = new MathContext(100);

    /** Powers beyond e to this are infinite, and those below its inverse 0. */
    private static final double FAR = 1e6;

    private final Shape shape;
    private final Scaling.Geometric scaling;
    private final BigDecimal ratio;
    private final BigDecimal up;
    private final BigDecimal down;

    private Mean(Shape shape, Scaling.Geometric scaling) {
        this.shape = shape;
        this.scaling = scaling;
        this.ratio = new BigDecimal(scaling.ratio());
        this.up = BigDecimal.valueOf(shape.stepSizeUp());
        this.down = BigDecimal.valueOf(shape.stepSizeDown());
    }

    /** Of iterations [first, first + count); infinite where the sum is larger than e to the millionth. */
    static double of(Shape shape, Scaling.Geometric scaling, Curve curve, long first, long count) {
        long end = first + count;
        long last = scaling.counts() == ScaleMode.CYCLE ? end / shape.period() + 1 : end;
        BigDecimal amplitude = new BigDecimal(curve.peak()).subtract(new BigDecimal(curve.rest()));
        if (scaling.ratio() > 1 && last * Math.log(scaling.ratio()) > FAR) {
            return amplitude.signum() == 0 ? curve.rest() : amplitude.signum() * Double.POSITIVE_INFINITY;
        }
        Mean mean = new Mean(shape, scaling);
        BigDecimal sum = mean.sum(end).subtract(mean.sum(first));
        return sum.multiply(new BigDecimal(scaling.factor()))
                .multiply(amplitude)
                .divide(BigDecimal.valueOf(count), DIGITS)
                .add(new BigDecimal(curve.rest()))
                .doubleValue();
    }

    /** The sum of the shape over iterations [0, n), without the scaling's factor. */
    private BigDecimal sum(long n) {
        long cycles = n / shape.period();
        long rest = n % shape.period();
        if (scaling.counts() == ScaleMode.CYCLE) {
            BigDecimal half = BigDecimal.valueOf(shape.period()).divide(BigDecimal.valueOf(2));
            // k counts cycles from 1
            BigDecimal whole = ratio.multiply(powers(ratio, cycles)).multiply(half);
            return whole.add(ramps(BigDecimal.ONE, rest).multiply(power(ratio, cycles + 1)), DIGITS);
        }
        BigDecimal ofCycle = power(ratio, shape.period());
        BigDecimal whole = ramps(ratio, shape.period()).multiply(powers(ofCycle, cycles));
        return whole.add(ramps(ratio, rest).multiply(power(ratio, cycles * shape.period())), DIGITS);
    }

    /** The sum of f(r)·g<sup>r</sup> over r in [0, n), n at most a cycle. */
    private BigDecimal ramps(BigDecimal g, long n) {
        long rising = Math.min(n, shape.stepSizeUp() + 1);
        BigDecimal rise = multiples(g, rising).divide(up, DIGITS);
        if (n == rising) {
            return rise;
        }
        BigDecimal powers = powers(g, n).subtract(powers(g, rising));
        BigDecimal multiples = multiples(g, n).subtract(multiples(g, rising));
        return rise.add(up.add(down).multiply(powers).subtract(multiples).divide(down, DIGITS));
    }

    /** The sum of g<sup>i</sup> over i in [0, n). */
    private static BigDecimal powers(BigDecimal g, long n) {
        BigDecimal count = BigDecimal.valueOf(n);
        BigDecimal less = BigDecimal.ONE.subtract(g);
        return less.signum() == 0 ? count : BigDecimal.ONE.subtract(power(g, n)).divide(less, DIGITS);
    }

    /** The sum of i·g<sup>i</sup> over i in [0, n). */
    private static BigDecimal multiples(BigDecimal g, long n) {
        BigDecimal count = BigDecimal.valueOf(n);
        BigDecimal less = BigDecimal.ONE.subtract(g);
        if (less.signum() == 0) {
            return count.multiply(count.subtract(BigDecimal.ONE)).divide(BigDecimal.valueOf(2));
        }
        if (n == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal power = power(g, n);
        return g.subtract(count.multiply(power))
                .add(count.subtract(BigDecimal.ONE).multiply(power).multiply(g))
                .divide(less.multiply(less), DIGITS);
    }

    /** g<sup>n</sup>; 0 where it is that small. */
    private static BigDecimal power(BigDecimal g, long n) {
        if (n > 0 && (g.signum() == 0 || -n * Math.log(g.doubleValue()) > FAR)) {
            return BigDecimal.ZERO;
        }
        BigDecimal result = BigDecimal.ONE;
        BigDecimal square = g;
        for (long rest = n; rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result = result.multiply(square, DIGITS);
            }
            square = rest > 1 ? square.multiply(square, DIGITS) : square;
        }
        return result;
    }
}
