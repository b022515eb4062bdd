package io.github.cycliclr.kernel;

/**
 * A piece of a ramp: R(j) = H(j) + L(j), j = 0, 1, ... counted from its first iteration.
 *
 * <p>For doubles, H(j) = {@link #high} + {@link #highStep}·j and L(j) = {@link #low} + {@link #lowStep}·j are cut so that
 * H(j) is exact in double arithmetic, with fma or without: high and highStep are multiples of one power of two, of which
 * H(j) is less than 2<sup>53</sup>. L(j) is then so small that its own rounding hardly matters.
 *
 * <p>For floats, R(j) = {@link #high} + {@link #highStep}·(j - {@link #origin}), rounded to double on the way; the origin is
 * the end of the piece with the smaller value, so that the error is small relative to each value.
 *
 * <p>Mutable, so that a fill makes no garbage; a kernel reads it only, but for {@link #scratch}.
 */
public final class RampBlock {
    /** All zero, for the caller to set. */
    public RampBlock() {}

    /** H(0); for floats, the value at the origin. */
    public double high;
    /** H(j + 1) - H(j), or R(j + 1) - R(j). */
    public double highStep;
    /** Floats only: the first or the last j of the piece. */
    public int origin;
    /** Doubles only: L(0). */
    public double low;
    /** Doubles only: L(j + 1) - L(j). */
    public double lowStep;

    /**
     * Half the width of the bracket that encloses the real value. It allows for L, or R of floats, being evaluated as
     * (start + step·c) + step·(j - c) for any c, each operation rounded or fused.
     */
    public double error;

    /** Floats only: a power of two that high and highStep, as they are, are multiples of; 0 where none is known. */
    public double unit;

    /**
     * 1.5·2<sup>52</sup> times a unit such that an element whose bracket holds a rounding boundary is that boundary,
     * and its low part (a float kernel's whole value) a multiple of the unit: adding and subtracting this makes it exact.
     * NaN where no such unit is known.
     */
    public double tie;

    /** For a kernel to make and to use as it likes. */
    public float[] scratch;
}
