package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;

/** Stand-in until the arbitrary-precision evaluator lands. */
public record ExactEvaluator(Shape shape) implements Evaluator {
    @Override
    public double valueAt(Curve curve, long iteration) {
        return new ReferenceEvaluator(shape).valueAt(curve, iteration);
    }

    @Override
    public float floatValueAt(Curve curve, long iteration) {
        return (float) valueAt(curve, iteration);
    }

    @Override
    public void fill(Curve curve, long first, double[] out, int offset, int length) {
        new ReferenceEvaluator(shape).fill(curve, first, out, offset, length);
    }

    @Override
    public void fill(Curve curve, long first, float[] out, int offset, int length) {
        new ReferenceEvaluator(shape).fill(curve, first, out, offset, length);
    }
}
