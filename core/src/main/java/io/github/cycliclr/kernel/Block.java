package io.github.cycliclr.kernel;

/**
 * What a kernel needs to know of a block of iterations, j = 0, 1, ... counted from its first.
 *
 * <p>The ramp of a block is R(j) = H(j) + L(j), with H(j) = {@link #high} + {@link #highStep}·j and L(j) = {@link #low} +
 * {@link #lowStep}·j. The parts are cut so that H(j) is exact in double arithmetic, with fma or without: high and
 * highStep are multiples of one power of two, of which H(j) is less than 2<sup>53</sup>. L(j) is then so small that its
 * own rounding hardly matters. Float kernels use H alone, rounded.
 *
 * <p>Mutable, so that a fill makes no garbage; a kernel reads it only.
 */
public final class Block {
    /** All zero, for the caller to set. */
    public Block() {}

    /** H(0). */
    public double high;
    /** H(j + 1) - H(j). */
    public double highStep;
    /** L(0). */
    public double low;
    /** L(j + 1) - L(j). */
    public double lowStep;

    /**
     * Half the width of the bracket that encloses the real value: of the value itself in {@link Kernels#ramp}, of the
     * value over a weight of 1 in the double product, of R in the float product.
     */
    public double error;

    /** Products only: what is added to weight · ramp, the value at the foot. */
    public double rest;
    /** Float products only: half the width of the bracket around {@link #rest}. */
    public double restError;

    /** Double products only: 1.5·2<sup>52</sup> units; adding and subtracting it cuts a product to the unit. */
    public double round;
    /** Double products only: {@link #round} less the part of {@link #rest} that is a multiple of the unit. */
    public double roundLessRest;
    /** Double products only: the remaining part of {@link #rest}. */
    public double restLow;

    /** Products only: the weights, of which element j uses {@code weightHigh[weightFrom + j]}. */
    public double[] weightHigh;
    /** Double products only: what the doubles of {@link #weightHigh} leave of the real weights. */
    public double[] weightLow;
    /** The index of the weight of element 0. */
    public int weightFrom;
}
