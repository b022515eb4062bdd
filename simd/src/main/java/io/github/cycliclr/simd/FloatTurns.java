package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;

/**
 * The way through a block of what is computed in lanes of floats: four vectors, a turn, at once.
 *
 * <p>With all values below 2e, e a power of two, q = 2<sup>-23</sup>e is the largest ulp. In the middle of a turn, value
 * and step are computed in double and cut into multiples of q, of which the lanes add up exactly what they add up below
 * 2<sup>24</sup>q, and what remains, which stays so small, for it is not far to the middle, that its own rounding hardly
 * matters.
 *
 * <p>These numbers of a turn are computed first, as vectors of as many turns as there are doubles in one, and left in
 * memory. What does not fill a last turn is done by one that overlaps the one before it.
 *
 * @param <B> a block
 */
abstract class FloatTurns<B> {
    static final int LANES = FLOATS.length();

    /** Elements of a turn. */
    static final int TURN = 4 * LANES;

    /** From the first element of a turn to the one that its numbers are for. */
    static final int MIDDLE = TURN / 2;

    /** The distance of each element from the middle. */
    static final float[] INDEX = new float[TURN];

    static {
        for (int j = 0; j < TURN; j++) {
            INDEX[j] = j - MIDDLE;
        }
    }

    /** Turns whose numbers are computed at once. */
    static final int AT_ONCE = DOUBLES.length();

    /** Turns whose numbers are in memory at the same time; from one number of a turn to the next. */
    static final int STRIDE = 64;

    private static final int LONGEST = STRIDE * TURN;

    /** Half the width of brackets is up to this part of e, lest too much be unproven. */
    private static final double LARGEST_ERROR = 0x1p-36;

    /** From here on nothing underflows that is 2<sup>-41</sup> of it. */
    private static final double SMALLEST = 0x1p-80;

    private static final double LARGEST = 0x1p126;

    private static final long EXPONENT = 0x7FF0_0000_0000_0000L;

    /** No value of elements {@code from} to {@code to} is larger. */
    abstract double most(B block, int from, int to);

    /** Half the width of brackets for elements before {@code to}. */
    abstract double error(B block, double e, int to);

    /** Where numbers are kept. */
    abstract float[] scratch(B block);

    /**
     * The numbers of {@code count} turns, with {@code error} taken off: number i of turn k goes to element i·STRIDE + k. A
     * turn begins TURN behind the one before it, or at {@code last}. Without methods that return vectors: the warm-up has those
     * compiled by themselves first, to more code than the compiler inlines, and each call makes an object.
     *
     * @param round added and subtracted again, it rounds to multiples of q
     */
    abstract void numbers(B block, double round, double error, int from, int last, int count, float[] to);

    /**
     * The first turn with an element that is not proven, from k on, or the count. The first and the last turn begin at these
     * places of the array: two numbers in the loop, where registers are few, rather than three.
     */
    abstract int turns(float[] numbers, float width, float[] out, int first, int last, int k, int count);

    /** The scalar kernel. */
    abstract int settle(B block, float[] out, int offset, int from, int to);

    /** As {@link io.github.cycliclr.kernel.Kernels} has it. */
    int fill(B block, float[] out, int offset, int from, int to) {
        if (to - from > LONGEST) {
            int end = Math.min(from + LONGEST, to - TURN); // a turn at least is left, lest it be for scalar code
            int proven = fill(block, out, offset, from, end);
            return proven < end ? proven : fill(block, out, offset, end, to);
        }
        double e = powerOfTwo(most(block, from, to) * (1 + 0x1p-10));
        double error = error(block, e, to);
        if (to - from < TURN || e < SMALLEST || e > LARGEST || !(error <= LARGEST_ERROR * e)) {
            return settle(block, out, offset, from, to);
        }
        float width = (float) (2 * error);
        float[] numbers = scratch(block);
        int last = to - TURN;
        int count = (to - from + TURN - 1) / TURN;
        numbers(block, e * 0x1.8p29, error, from, last, count, numbers);
        for (int k = 0; k < count; k++) {
            k = turns(numbers, width, out, offset + from, offset + last, k, count);
            if (k < count) { // the whole turn, for what it overlaps has been overwritten
                int at = Math.min(from + k * TURN, last);
                int proven = settle(block, out, offset, at, at + TURN);
                if (proven < at + TURN) {
                    return proven;
                }
            }
        }
        return to;
    }

    /** The largest power of two up to {@code most}. */
    static double powerOfTwo(double most) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(most) & EXPONENT);
    }
}
