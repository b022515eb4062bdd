package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;

/**
 * Spans of what is computed in lanes of floats.
 *
 * <p>With all values below 2e, e a power of two, q = 2<sup>-23</sup>e is the largest ulp. In the middle of a span, value
 * and step are computed in double and cut into multiples of q, of which the lanes add up exactly what they add up below
 * 2<sup>24</sup>q, and what remains, which stays so small, for it is not far to the middle, that its own rounding hardly
 * matters.
 *
 * @param <B> a block
 */
abstract class FloatSpans<B> extends Spans<B, float[]> {
    static final int LANES = FLOATS.length();

    /** Elements of a turn. */
    static final int TURN = 4 * LANES;

    /** Spans whose numbers are computed at once. */
    static final int AT_ONCE = DOUBLES.length();

    /** Spans whose numbers are in memory at the same time: number i of span k is element i·STRIDE + k. */
    static final int STRIDE = 64;

    /** Half the width of brackets is up to this part of e, lest too much be unproven. */
    private static final double LARGEST_ERROR = 0x1p-36;

    /** From here on nothing underflows that is 2<sup>-41</sup> of it. */
    private static final double SMALLEST = 0x1p-80;

    private static final double LARGEST = 0x1p126;

    /** Added and subtracted again, so many times e rounds to multiples of q. */
    static final double ROUND = 0x1.8p29;

    private static final long EXPONENT = 0x7FF0_0000_0000_0000L;

    /** @param turns of a span */
    FloatSpans(int turns) {
        super(TURN, turns, STRIDE);
    }

    /** The distance of each element of a span from its middle. */
    static float[] distances(int span) {
        float[] distances = new float[span];
        for (int j = 0; j < span; j++) {
            distances[j] = j - span / 2;
        }
        return distances;
    }

    /** Whether lanes of floats prove enough, with brackets of twice the error. */
    static boolean isProvable(double e, double error) {
        return e >= SMALLEST && e <= LARGEST && error <= LARGEST_ERROR * e;
    }

    /** The largest power of two up to {@code most}. */
    static double powerOfTwo(double most) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(most) & EXPONENT);
    }
}
