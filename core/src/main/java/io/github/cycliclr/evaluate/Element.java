package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;

/**
 * One value at a time: in double-double with a proof of its rounding, by the exact evaluator where there is none.
 *
 * <p>Settles what kernels leave unproven, and computes what is too short, or too near the ends of the number range, for
 * them.
 */
final class Element {
    private final Shape shape;
    private final ExactEvaluator exact;
    private final boolean floats;
    private final ScalingCursor scaling;

    Curve curve;
    double rest;
    /** peak - rest, exactly. */
    final Scaled amplitude = new Scaled();
    /** amplitude / step size up, and down: the rise and the fall in an iteration when k = 1. */
    final Scaled slopeUp = new Scaled();

    final Scaled slopeDown = new Scaled();
    /** The amplitude is an integer multiple of 2^unit. */
    long unit;

    private final Scaled x = new Scaled();

    Element(Tables tables, ScalingCursor scaling, boolean floats) {
        shape = tables.shape();
        exact = tables.exact();
        this.scaling = scaling;
        this.floats = floats;
    }

    void setCurve(Curve next) {
        if (curve != null && next.rest() == rest && next.peak() == curve.peak()) {
            return; // by the numbers: a record's equals takes the JVM milliseconds at first
        }
        curve = next;
        rest = next.rest();
        amplitude.setDifference(next.peak(), rest);
        slopeUp.set(amplitude).divide(shape.stepSizeUp());
        slopeDown.set(amplitude).divide(shape.stepSizeDown());
        unit = Math.min(Scaled.lastBit(rest), Scaled.lastBit(next.peak()));
    }

    /** The value at iteration n, rounded to the type. */
    double at(long n) {
        long position = n % shape.period();
        boolean up = position <= shape.stepSizeUp();
        long steps = up ? position : shape.period() - position;
        if (steps == 0) {
            return rested();
        }
        scaling.moveTo(shape.scalingArgument(n));
        x.set(up ? slopeUp : slopeDown).multiply(steps).multiply(scaling.value);
        double value = rounded(up ? shape.stepSizeUp() : shape.stepSizeDown());
        if (Double.isNaN(value)) {
            return floats ? exact.floatValueAt(curve, n) : exact.valueAt(curve, n);
        }
        return value;
    }

    /** k(x), rounded to the type; for the curve {@link Curve#SHAPE}. */
    double scalingAt(long argument) {
        scaling.moveTo(argument);
        x.set(scaling.value);
        double value = rounded(1);
        if (Double.isNaN(value)) {
            return floats ? exact.floatScalingAt(argument) : exact.scalingAt(argument);
        }
        return value;
    }

    /** The value at the foot. */
    double rested() {
        return floats ? (float) rest : rest;
    }

    /** Whether amplitude and scaling are so small that every value from foot to peak rounds to that at the foot. */
    boolean isFlat() {
        // As long as the amplitude reaches the ulp of the foot there is nothing to check.
        int ulp = rest == 0 ? (floats ? -149 : -1074) : Math.getExponent(rest) - (floats ? 23 : 52);
        if (scaling.value.hi != 0 && amplitude.exponent + scaling.value.exponent > ulp) {
            return false;
        }
        x.setProduct(amplitude, scaling.value);
        return rounded(1) == rested();
    }

    private double rounded(long divisor) {
        long multiple = scaling.unit() == Long.MIN_VALUE ? Long.MIN_VALUE : unit + scaling.unit();
        int divisorBits = Long.SIZE - Long.numberOfLeadingZeros(divisor);
        return floats
                ? Rounding.toFloat(rest, x, multiple, divisorBits)
                : Rounding.toDouble(rest, x, multiple, divisorBits);
    }
}
