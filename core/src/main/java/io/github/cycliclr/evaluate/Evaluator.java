package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;
import java.util.Objects;

/**
 * Computes the values of the curves over one shape.
 *
 * <p>Evaluators are safe for use by several threads. Iterations run from 0 to
 * {@link Shape#LAST_ITERATION}.
 */
public interface Evaluator {
    /** The shape that this evaluator was made for. */
    Shape shape();

    /**
     * The value of a curve at an iteration, as a double.
     *
     * @throws IllegalArgumentException if the iteration is out of range
     */
    double valueAt(Curve curve, long iteration);

    /**
     * The value of a curve at an iteration, as a float: the real value rounded once, not the double rounded again.
     *
     * @throws IllegalArgumentException if the iteration is out of range
     */
    float floatValueAt(Curve curve, long iteration);

    /**
     * Writes the values of iterations {@code [first, first + length)} to {@code out[offset]} to
     * {@code out[offset + length - 1]}; nothing else of the array is touched.
     *
     * @throws IndexOutOfBoundsException if the array does not hold the range
     * @throws IllegalArgumentException if an iteration is out of range
     */
    void fill(Curve curve, long first, double[] out, int offset, int length);

    /**
     * Writes the values of iterations {@code [first, first + length)}, rounded to float, to {@code out[offset]} to
     * {@code out[offset + length - 1]}; nothing else of the array is touched.
     *
     * @throws IndexOutOfBoundsException if the array does not hold the range
     * @throws IllegalArgumentException if an iteration is out of range
     */
    void fill(Curve curve, long first, float[] out, int offset, int length);

    /** Fills the whole array, from iteration {@code first} on. */
    default void fill(Curve curve, long first, double[] out) {
        fill(curve, first, out, 0, out.length);
    }

    /** Fills the whole array, from iteration {@code first} on. */
    default void fill(Curve curve, long first, float[] out) {
        fill(curve, first, out, 0, out.length);
    }

    /**
     * Checks the iteration of a single value.
     *
     * @throws IllegalArgumentException if the iteration is out of range
     */
    static void checkIteration(long iteration) {
        if (iteration < 0 || iteration > Shape.LAST_ITERATION) {
            throw new IllegalArgumentException("iteration is " + iteration + "; it must be from 0 to 2^62");
        }
    }

    /**
     * Checks the arguments of a fill.
     *
     * @throws IndexOutOfBoundsException if the array does not hold the range
     * @throws IllegalArgumentException if an iteration is out of range
     */
    static void checkRange(long first, int arrayLength, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, arrayLength);
        if (first < 0 || first > Shape.LAST_ITERATION - Math.max(0, length - 1)) {
            throw new IllegalArgumentException("iterations from " + first + ", " + length
                    + " of them, leave the range; they must be from 0 to 2^62");
        }
    }
}
