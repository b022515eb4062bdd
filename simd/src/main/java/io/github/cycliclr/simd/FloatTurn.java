package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.FLOATS;

/**
 * What kernels do in the lanes of floats: four vectors, a turn, at once.
 *
 * <p>With all values below 2e, e a power of two, q = 2<sup>-23</sup>e is the largest ulp. In the middle of a turn, value
 * and step are computed in double and cut into multiples of q, of which the lanes add up exactly what they add up below
 * 2<sup>24</sup>q, and what remains, which stays so small, for it is not far to the middle, that its own rounding hardly
 * matters.
 */
final class FloatTurn {
    static final int LANES = FLOATS.length();
    static final int LENGTH = 4 * LANES;

    /** From the first element of a turn to the one that its numbers are for. */
    static final int MIDDLE = LENGTH / 2;

    /** The distance of each element from the middle. */
    static final float[] INDEX = new float[LENGTH];

    static {
        for (int j = 0; j < LENGTH; j++) {
            INDEX[j] = j - MIDDLE;
        }
    }

    /** So many multiples of e in half the width of a bracket: 2<sup>-18</sup>q, where roundings amount to two thirds of it. */
    static final double ERROR = 0x1p-41;

    /** From here on nothing underflows that is as small as that. */
    private static final double SMALLEST = 0x1p-80;

    private static final double LARGEST = 0x1p126;

    private static final long EXPONENT = 0x7FF0_0000_0000_0000L;

    private FloatTurn() {}

    /** The power of two e for values up to {@code most}; 0 where floats are not enough. */
    static double powerOfTwo(double most) {
        double e = Double.longBitsToDouble(Double.doubleToRawLongBits(most * (1 + 0x1p-10)) & EXPONENT);
        return e >= SMALLEST && e <= LARGEST ? e : 0;
    }

    /** To be added and subtracted again: rounds to multiples of q. */
    static double rounder(double e) {
        return e * 0x1.8p29;
    }
}
