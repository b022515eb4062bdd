package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;

/**
 * The way through a block of what is computed in lanes of floats: four vectors, a turn, at once; one turn or several are a
 * span.
 *
 * <p>With all values below 2e, e a power of two, q = 2<sup>-23</sup>e is the largest ulp. In the middle of a span, value
 * and step are computed in double and cut into multiples of q, of which the lanes add up exactly what they add up below
 * 2<sup>24</sup>q, and what remains, which stays so small, for it is not far to the middle, that its own rounding hardly
 * matters.
 *
 * <p>These numbers of a span are computed first, as vectors of as many spans as there are doubles in one, and left in
 * memory. What does not fill a last span is done by one that overlaps the one before it.
 *
 * @param <B> a block
 */
abstract class FloatTurns<B> {
    static final int LANES = FLOATS.length();

    /** Elements of a turn. */
    static final int TURN = 4 * LANES;

    /** Spans whose numbers are computed at once. */
    static final int AT_ONCE = DOUBLES.length();

    /** Spans whose numbers are in memory at the same time; from one number of a span to the next. */
    static final int STRIDE = 64;

    /** Half the width of brackets is up to this part of e, lest too much be unproven. */
    private static final double LARGEST_ERROR = 0x1p-36;

    /** From here on nothing underflows that is 2<sup>-41</sup> of it. */
    private static final double SMALLEST = 0x1p-80;

    private static final double LARGEST = 0x1p126;

    private static final long EXPONENT = 0x7FF0_0000_0000_0000L;

    /** Turns of a span. */
    private final int turns;

    /** Elements of a span are 2 to this power. */
    private final int spanLog2;

    /** @param turns of a span; a power of two */
    FloatTurns(int turns) {
        this.turns = turns;
        spanLog2 = Integer.numberOfTrailingZeros(turns * TURN);
    }

    /** The distance of each element of a span from its middle. */
    static float[] distances(int span) {
        float[] distances = new float[span];
        for (int j = 0; j < span; j++) {
            distances[j] = j - span / 2;
        }
        return distances;
    }

    /** No value of elements {@code from} to {@code to} is larger. */
    abstract double most(B block, int from, int to);

    /** Half the width of brackets for elements before {@code to}. */
    abstract double error(B block, double e, int to);

    /** Where numbers are kept. */
    abstract float[] scratch(B block);

    /**
     * The numbers of {@code count} spans, with {@code error} taken off: number i of span k goes to element i·STRIDE + k. A
     * span begins where the one before it ends, or at {@code last}. Without methods that return vectors: the warm-up has those
     * compiled by themselves first, to more code than the compiler inlines, and each call makes an object.
     *
     * @param round added and subtracted again, it rounds to multiples of q
     */
    abstract void numbers(B block, double round, double error, int from, int last, int count, float[] to);

    /**
     * The first turn with an element that is not proven, from k on, or the count. The first and the last span begin at these
     * places of the array: two numbers in the loop, where registers are few, rather than three.
     */
    abstract int turns(float[] numbers, float width, float[] out, int first, int last, int k, int count);

    /** The scalar kernel. */
    abstract int settle(B block, float[] out, int offset, int from, int to);

    /** As {@link io.github.cycliclr.kernel.Kernels} has it. */
    int fill(B block, float[] out, int offset, int from, int to) {
        int span = 1 << spanLog2;
        if (to - from > STRIDE * span) {
            int end = Math.min(from + STRIDE * span, to - span); // a span at least is left, lest it be for scalar code
            int proven = fill(block, out, offset, from, end);
            return proven < end ? proven : fill(block, out, offset, end, to);
        }
        double e = powerOfTwo(most(block, from, to) * (1 + 0x1p-10));
        double error = error(block, e, to);
        if (to - from < span || e < SMALLEST || e > LARGEST || !(error <= LARGEST_ERROR * e)) {
            return settle(block, out, offset, from, to);
        }
        float width = (float) (2 * error);
        float[] numbers = scratch(block);
        int last = to - span;
        int spans = to - from + span - 1 >> spanLog2;
        numbers(block, e * 0x1.8p29, error, from, last, spans, numbers);
        int count = spans * turns;
        for (int k = 0; k < count; k++) {
            k = turns(numbers, width, out, offset + from, offset + last, k, count);
            if (k < count) { // the whole turn, for what it overlaps has been overwritten
                int at = Math.min(from + k / turns * span, last) + k % turns * TURN;
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
