package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * The evaluator to use: every value is the real value rounded once, to nearest, ties to even, at the speed of the
 * kernels.
 *
 * <p>The bits depend on shape, curve, iteration and type, and on nothing else: not on the kernels, the JVM, the
 * processor, or how a range is cut into fills. A value that rounds to zero is +0.0. Where a scaling grows without bound
 * a value beyond the type's range is an infinity, as rounding to nearest has it.
 *
 * <p>Making one costs some tens of microseconds for tables that its fills share; keep it for as long as the shape is
 * used. Fills allocate nothing, except for one working area for each thread that fills at the same time, and small ones that
 * go on one behind the other a block of some hundred bytes now and then. Small fills, of one element to 128 at any iteration,
 * of up to eight curves in turns, take about as long as by the textbook formula or less, once they have been so many that
 * numbers for them have been made; and less still where they go on one behind the other.
 */
public final class BulkEvaluator implements Evaluator {
    /** Fewer elements than this are not worth another thread, which takes up to 100 µs to wake. */
    private static final int LEAST_PART = 1 << 18;

    /** Several curves share more than what each of them saves from this length on. */
    private static final int SHORT = 48;

    /** So that a thread that is held up does not hold up all. */
    private static final int PARTS_PER_THREAD = 4;

    private final SmallFillsOfCurves smallDoubles;
    private final SmallFillsOfCurves smallFloats;
    private final Tables tables;
    private final Kernels kernels;
    private final AtomicReference<Fill> idle = new AtomicReference<>();

    private BulkEvaluator(Shape shape, Kernels kernels) {
        this.tables = new Tables(shape);
        smallDoubles = new SmallFillsOfCurves(tables, false);
        smallFloats = new SmallFillsOfCurves(tables, true);
        this.kernels = Objects.requireNonNull(kernels, "kernels");
    }

    /**
     * With the best kernels that this JVM can run, as soon as they are fast; see {@link KernelChoice#warming()}.
     *
     * @throws IllegalStateException if kernels are forced that cannot be had
     */
    public static BulkEvaluator of(Shape shape) {
        return of(shape, KernelChoice.warming());
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
        double[] value = new double[1];
        fill(curve, iteration, value, 0, 1);
        return value[0];
    }

    @Override
    public float floatValueAt(Curve curve, long iteration) {
        Evaluator.checkIteration(iteration);
        float[] value = new float[1];
        fill(curve, iteration, value, 0, 1);
        return value[0];
    }

    @Override
    public void fill(Curve curve, long first, double[] out, int offset, int length) {
        if (length == 1) { // one comparison, which stands in for that of the array
            Objects.checkIndex(offset, out.length);
        } else {
            Objects.checkFromIndexSize(offset, length, out.length);
        }
        SmallFills small = length <= SmallFills.LONGEST ? smallDoubles.of(curve) : null;
        if (small != null && small.fillByBlock(first, out, offset, length)) { // what it covers is in range
            return;
        }
        fill(small, curve, first, out, null, offset, length);
    }

    @Override
    public void fill(Curve curve, long first, float[] out, int offset, int length) {
        if (length == 1) { // one comparison, which stands in for that of the array
            Objects.checkIndex(offset, out.length);
        } else {
            Objects.checkFromIndexSize(offset, length, out.length);
        }
        SmallFills small = length <= SmallFills.LONGEST ? smallFloats.of(curve) : null;
        if (small != null && small.fillByBlock(first, out, offset, length)) { // what it covers is in range
            return;
        }
        fill(small, curve, first, null, out, offset, length);
    }

    /** Fills one of the arrays, whichever is not null, with what no block covers. */
    private void fill(
            SmallFills small, Curve curve, long first, double[] doubles, float[] floats, int offset, int length) {
        if (small != null) {
            long wanted = small.blockWanted(first, length);
            if (wanted != SmallFills.NONE) {
                setUpBlock(small, wanted, floats != null);
            }
            if (small.fillAnywhere(first, doubles, floats, offset, length)) { // iterations out of range it does not
                return;
            }
        }
        Evaluator.checkRange(first, doubles != null ? doubles.length : floats.length, offset, length);
        Fill fill = take();
        fill.values(curve, first, doubles, floats, offset, length);
        idle.lazySet(fill);
    }

    private void setUpBlock(SmallFills small, long iteration, boolean ofFloats) {
        Fill fill = take();
        small.keep(fill.recent(small.curve, iteration, ofFloats));
        idle.lazySet(fill);
    }

    /**
     * Fills an array for each of several curves: parameter groups, momentum beside learning rate, configurations that
     * differ in their bounds only. They share the tables of the shape and, as long as all fits the caches or the scaling is a caller's
     * function, the scaling.
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
        if (areOneByOne(out.length, length)) {
            for (int i = 0; i < out.length; i++) {
                fill(curves.get(i), first, out[i], offset, length);
            }
            return;
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
        if (areOneByOne(out.length, length)) {
            for (int i = 0; i < out.length; i++) {
                fill(curves.get(i), first, out[i], offset, length);
            }
            return;
        }
        Fill fill = take();
        fill.values(curves, first, null, out, offset, length);
        idle.lazySet(fill);
    }

    /** So few and so short ones that each is faster for itself; a caller's function is called once for all. */
    private boolean areOneByOne(int curves, int length) {
        return curves <= SmallFillsOfCurves.MOST && length <= SHORT && tables.geometric() != null;
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

    /**
     * Writes the values of iterations {@code [first, first + length)} by all threads of the common pool: worth it where
     * arithmetic takes longer than memory, or one core cannot use all of the memory's bandwidth. The values are those of
     * {@link #fill(Curve, long, double[], int, int)}, which keeps to the thread of its caller.
     *
     * @throws IndexOutOfBoundsException if the array does not hold the range
     * @throws IllegalArgumentException if an iteration is out of range
     */
    public void parallelFill(Curve curve, long first, double[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        inParallel(length, (from, count) -> fill(curve, first + from, out, offset + from, count));
    }

    /** As {@link #parallelFill(Curve, long, double[], int, int)}, rounded to float. */
    public void parallelFill(Curve curve, long first, float[] out, int offset, int length) {
        Evaluator.checkRange(first, out.length, offset, length);
        inParallel(length, (from, count) -> fill(curve, first + from, out, offset + from, count));
    }

    private interface Part {
        void fill(int from, int count);
    }

    private static void inParallel(int length, Part part) {
        int threads = Math.min(ForkJoinPool.getCommonPoolParallelism() + 1, length / LEAST_PART);
        int size = threads <= 1 ? length : (length - 1) / (PARTS_PER_THREAD * threads) + 1;
        int parts = size == 0 ? 0 : (length - 1) / size + 1;
        try {
            IntStream.range(0, parts).parallel().forEach(i -> part.fill(i * size, Math.min(size, length - i * size)));
        } catch (ArithmeticException e) {
            // Of another thread there is a copy, without the message.
            throw e.getCause() instanceof ArithmeticException original ? original : e;
        }
    }

    private Fill take() {
        Fill fill = idle.getAndSet(null);
        return fill == null ? new Fill(tables, kernels) : fill;
    }
}
