package io.github.cycliclr.kernel;

/**
 * The loops over the elements of a block.
 *
 * <p>Each computes both ends of a bracket around the real value and rounds both, or finds in another way that they round
 * alike. Where they do, as all but one in some ten thousand do, this is the correctly rounded value, whatever the order or
 * the fusion of the operations was, for the bracket is wide enough for either.
 *
 * <p>All take the elements from {@code from} to {@code to - 1} of a block, of which element j belongs into
 * {@code out[offset + j]}. They return {@code to}, or the first element whose rounding is not proven; what
 * is before it has been written, what comes after it may have been. The caller settles that element and goes on behind it.
 */
public interface Kernels {
    /** What these are, for people: {@code scalar}, or {@code vector, 512 bits}. */
    String description();

    /**
     * The shortest copy, in bytes, whose stores bypass the caches, which on some machines is much faster where memory decides;
     * or {@link Integer#MAX_VALUE} where there is none.
     */
    int streamingCopy();

    /**
     * Whether these compute as fast as memory is written, so that in large arrays there is little to gain by copies. Not
     * those of scalar code, nor of vectors so short that they are no faster.
     */
    boolean keepUpWithMemory();

    /** Values of a piece of a ramp, as doubles. */
    int ramp(RampBlock block, double[] out, int offset, int from, int to);

    /** Values of a piece of a ramp, as floats. */
    int ramp(RampBlock block, float[] out, int offset, int from, int to);

    /** Weighted values, as doubles. */
    int weighted(WeightBlock block, double[] out, int offset, int from, int to);

    /** Weighted values, as floats. */
    int weighted(WeightBlock block, float[] out, int offset, int from, int to);

    /** Values of a polynomial, as doubles. */
    int polynomial(PolynomialBlock block, double[] out, int offset, int from, int to);

    /** Values of a polynomial, as floats. */
    int polynomial(PolynomialBlock block, float[] out, int offset, int from, int to);
}
