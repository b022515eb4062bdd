package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * The textbook formula in plain double arithmetic, operation for operation as PyTorch's {@code CyclicLR.get_lr} has it.
 *
 * <p>It is what tolerance tests and scalar benchmarks compare with. Its error grows with the cycle number; see
 * {@link #tolerance}.
 */
public record ReferenceEvaluator(Shape shape) implements Evaluator {
    @Override
    public double valueAt(Curve curve, long iteration) {
        Evaluator.checkIteration(iteration);
        return value(curve, iteration);
    }

    @Override
    public float floatValueAt(Curve curve, long iteration) {
        return (float) valueAt(curve, iteration);
    }

    @Override
    public void fill(Curve curve, long first, double[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        for (int i = 0; i < length; i++) {
            out[offset + i] = value(curve, first + i);
        }
    }

    @Override
    public void fill(Curve curve, long first, float[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        for (int i = 0; i < length; i++) {
            out[offset + i] = (float) value(curve, first + i);
        }
    }

    private double value(Curve curve, long n) {
        double total = (double) shape.stepSizeUp() + shape.stepSizeDown();
        double ratio = shape.stepSizeUp() / total;
        double cycle = Math.floor(1 + n / total);
        double x = 1 + n / total - cycle;
        double f = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
        double height = (curve.peak() - curve.rest()) * f;
        return curve.rest() + height * scale(shape.scaling().counts() == ScaleMode.CYCLE ? (long) cycle : n);
    }

    private double scale(long x) {
        if (shape.scaling() instanceof Scaling.Geometric k) {
            return k.isNone() ? 1 : k.factor() * Math.pow(k.ratio(), x);
        }
        return ((Scaling.Custom) shape.scaling()).at(x);
    }

    /**
     * A bound on the distance between this evaluator's double and the real value.
     *
     * <p>With u = 2<sup>-53</sup> and q = n/T: n/T and 1 + n/T are each rounded once, so x is off by at most u·(5q + 4),
     * and subtracting the cycle is exact. f has the slopes 1/ratio and 1/(1 - ratio), where ratio itself is off by 2u
     * relative to it; so f is off by at most (that + 4u) / min(ratio, 1 - ratio), and a little more where step sizes
     * beyond 2<sup>53</sup> are rounded themselves. Where x falls on the wrong side of a cycle's end, f is as small as
     * that on both sides, and k is that of a neighbouring cycle. The power adds 2u relative to k (an ulp), an exponent
     * beyond 2<sup>53</sup>, which is rounded, u·x·|ln gamma|, and the last three operations 4u relative to their results. Where
     * k or the amplitude's product with f is subnormal, it is off by an ulp of that, times the other factor.
     *
     * @return an absolute error, infinite where the textbook's arithmetic overflows
     */
    public double tolerance(Curve curve, long iteration) {
        double u = 0x1p-53;
        double total = (double) shape.stepSizeUp() + shape.stepSizeDown();
        double ratio = shape.stepSizeUp() / total;
        double slope = 1 / Math.min(ratio, shape.stepSizeDown() / total);
        double f = Math.min(1, u * (5 * (iteration / total) + 12) * slope);
        long argument = shape.scalingArgument(iteration);
        double k = Math.abs(scale(argument));
        double power = 0;
        if (argument > 1L << 53 && shape.scaling() instanceof Scaling.Geometric g && g.ratio() > 0) {
            power = u * argument * Math.abs(Math.log(g.ratio()));
        }
        if (shape.scaling().counts() == ScaleMode.CYCLE) {
            k = Math.max(k, Math.max(Math.abs(scale(Math.max(1, argument - 1))), Math.abs(scale(argument + 1))));
        }
        double amplitude = Math.abs(curve.peak() - curve.rest());
        double height = amplitude * k;
        double bound = height * (f + 8 * u + power) + 2 * u * (curve.rest() + height);
        bound += Double.MIN_NORMAL + 2 * Double.MIN_VALUE * (amplitude + k);
        return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
    }
}
