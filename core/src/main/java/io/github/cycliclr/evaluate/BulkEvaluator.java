package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The evaluator to use: every value is the real value rounded once, to nearest, ties to even, at the speed of the
 * kernels.
 *
 * <p>The bits depend on shape, curve, iteration and type, and on nothing else: not on the kernels, the JVM, the
 * processor, or how a range is cut into fills. A value that rounds to zero is +0.0. Where a scaling grows without bound
 * a value beyond the type's range is an infinity, as rounding to nearest has it.
 *
 * <p>Making one costs some tens of microseconds for tables that its fills share; keep it for as long as the shape is
 * used. Fills allocate nothing, except for one working area for each thread that fills at the same time.
 */
public final class BulkEvaluator implements Evaluator {
    private final Tables tables;
    private final Kernels kernels;
    private final AtomicReference<Fill> idle = new AtomicReference<>();

    private BulkEvaluator(Shape shape, Kernels kernels) {
        this.tables = new Tables(shape);
        this.kernels = Objects.requireNonNull(kernels, "kernels");
    }

    /**
     * With the best kernels that this JVM can run; see {@link KernelChoice}.
     *
     * @throws IllegalStateException if kernels are forced that cannot be had
     */
    public static BulkEvaluator of(Shape shape) {
        return of(shape, KernelChoice.best().kernels());
    }

    /** With kernels of the caller's choice; the values are the same. */
    public static BulkEvaluator of(Shape shape, Kernels kernels) {
        return new BulkEvaluator(shape, kernels);
    }

    /** The kernels in use. */
    public Kernels kernels() {
        return kernels;
    }

    @Override
    public Shape shape() {
        return tables.shape();
    }

    @Override
    public double valueAt(Curve curve, long iteration) {
        Evaluator.checkIteration(iteration);
        Fill fill = take();
        double value = fill.doubleValue(curve, iteration);
        idle.lazySet(fill);
        return value;
    }

    @Override
    public float floatValueAt(Curve curve, long iteration) {
        Evaluator.checkIteration(iteration);
        Fill fill = take();
        float value = fill.floatValue(curve, iteration);
        idle.lazySet(fill);
        return value;
    }

    @Override
    public void fill(Curve curve, long first, double[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        Fill fill = take();
        fill.values(curve, first, out, null, offset, length);
        idle.lazySet(fill);
    }

    @Override
    public void fill(Curve curve, long first, float[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        Fill fill = take();
        fill.values(curve, first, null, out, offset, length);
        idle.lazySet(fill);
    }

    /**
     * Fills an array for each of several curves: parameter groups, momentum beside learning rate, configurations that
     * differ in their bounds only. They share the work of the shape, so that this is faster than a fill for each.
     *
     * @param out an array for each curve, of which elements {@code [offset, offset + length)} are written
     * @throws IndexOutOfBoundsException if an array does not hold the range
     * @throws IllegalArgumentException if an iteration is out of range, or there is not an array for each curve
     */
    public void fill(List<Curve> curves, long first, double[][] out, int offset, int length) {
        checkArrays(curves.size(), out.length);
        for (double[] array : out) {
            Evaluator.checkRange(first, array.length, offset, length);
        }
        Fill fill = take();
        fill.values(curves, first, out, null, offset, length);
        idle.lazySet(fill);
    }

    /** As {@link #fill(List, long, double[][], int, int)}, rounded to float. */
    public void fill(List<Curve> curves, long first, float[][] out, int offset, int length) {
        checkArrays(curves.size(), out.length);
        for (float[] array : out) {
            Evaluator.checkRange(first, array.length, offset, length);
        }
        Fill fill = take();
        fill.values(curves, first, null, out, offset, length);
        idle.lazySet(fill);
    }

    private static void checkArrays(int curves, int arrays) {
        if (curves != arrays) {
            throw new IllegalArgumentException(
                    "there are " + curves + " curves and " + arrays + " arrays; there must be an array for each curve");
        }
    }

    /**
     * Writes the scaling alone, k(first), k(first + 1), ..., to {@code out[offset]} to
     * {@code out[offset + length - 1]}: the envelope of the peaks.
     *
     * @param first what the scaling counts: a cycle number, or an iteration; 0 to 2<sup>62</sup>
     * @throws IndexOutOfBoundsException if the array does not hold the range
     * @throws IllegalArgumentException if an argument of the scaling is out of range
     */
    public void fillScaling(long first, double[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        Fill fill = take();
        fill.scaling(first, out, null, offset, length);
        idle.lazySet(fill);
    }

    /** As {@link #fillScaling(long, double[], int, int)}, rounded to float. */
    public void fillScaling(long first, float[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        Fill fill = take();
        fill.scaling(first, null, out, offset, length);
        idle.lazySet(fill);
    }

    private Fill take() {
        Fill fill = idle.getAndSet(null);
        return fill == null ? new Fill(tables, kernels) : fill;
    }
}
