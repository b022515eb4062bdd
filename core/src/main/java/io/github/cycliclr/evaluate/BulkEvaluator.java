package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;

/** Stand-in until the kernels land. */
public final class BulkEvaluator implements Evaluator {
    private final ReferenceEvaluator reference;
    private final Kernels kernels;

    private BulkEvaluator(Shape shape, Kernels kernels) {
        this.reference = new ReferenceEvaluator(shape);
        this.kernels = kernels;
    }

    public static BulkEvaluator of(Shape shape) {
        return of(shape, KernelChoice.best().kernels());
    }

    public static BulkEvaluator of(Shape shape, Kernels kernels) {
        return new BulkEvaluator(shape, kernels);
    }

    public Kernels kernels() {
        return kernels;
    }

    @Override
    public Shape shape() {
        return reference.shape();
    }

    @Override
    public double valueAt(Curve curve, long iteration) {
        return reference.valueAt(curve, iteration);
    }

    @Override
    public float floatValueAt(Curve curve, long iteration) {
        return reference.floatValueAt(curve, iteration);
    }

    @Override
    public void fill(Curve curve, long first, double[] out, int offset, int length) {
        reference.fill(curve, first, out, offset, length);
    }

    @Override
    public void fill(Curve curve, long first, float[] out, int offset, int length) {
        reference.fill(curve, first, out, offset, length);
    }

    /** k(first), k(first + 1), ... */
    public void fillScaling(long first, double[] out, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    public void fillScaling(long first, float[] out, int offset, int length) {
        throw new UnsupportedOperationException();
    }
}
