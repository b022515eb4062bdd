package io.github.cycliclr.kernel;

/**
 * Weighted iterations: rest + R(j)·w[j], where w is a table of weights, and R(j) = H(j) + L(j) is a ramp with H(j) =
 * {@link #high} + {@link #highStep}·j and L(j) = {@link #low} + {@link #lowStep}·j.
 *
 * <p>For doubles, the parts and the weights are cut so that H(j) and the high part of a weight have so few bits that
 * rest + H(j)·wHigh[j] is exact in double arithmetic, with fma or without. What remains of the value is some 2<sup>20</sup>
 * times smaller, so that its own rounding hardly matters: restLow + L(j)·wHigh[j] + R(j)·wLow[j].
 *
 * <p>For floats, R(j) = {@link #high} + {@link #highStep}·(j - {@link #origin}), rounded to double on the way like whole
 * weights and the sum; the origin is the end with the smaller R.
 *
 * <p>Mutable, so that a fill makes no garbage; a kernel reads it only.
 */
public final class WeightBlock {
    /** All zero, for the caller to set. */
    public WeightBlock() {}

    /** The value at the foot; for doubles, what is a multiple of the unit of the exact sum. */
    public double rest;
    /** Doubles only: what {@link #rest} leaves of the value at the foot. */
    public double restLow;

    /** H(0); for floats, R at the origin. */
    public double high;
    /** H(j + 1) - H(j), or R(j + 1) - R(j). */
    public double highStep;
    /** Floats only: the first or the last j of the block. */
    public int origin;
    /** Doubles only: L(0). */
    public double low;
    /** Doubles only: L(j + 1) - L(j). */
    public double lowStep;

    /** Half the width of the bracket that encloses the real value, whatever the order or fusion of the operations. */
    public double error;

    /**
     * Floats only: a bound on the error of the sum in its own ulps, below 2<sup>20</sup>, given that all values but 0 are in
     * the normal range of floats; -1 where there is no such bound.
     */
    public int ulps;

    /** The weights. */
    public Weights weights;
    /** The index of the weight of element 0; 0 where the ramp rises or falls. */
    public int weightFrom;

    /** Whether the ramp neither rises nor falls. */
    public boolean isLevel() {
        return highStep == 0 && lowStep == 0;
    }

    /**
     * A table of weights, at least 0.
     *
     * @param whole the weights, rounded to double; used by float kernels
     * @param high their parts with few bits; used, like the low ones, by double kernels
     * @param low what the high parts leave of the real weights
     */
    public record Weights(double[] whole, double[] high, double[] low) {
        /** No table is longer than this. */
        public static final int LONGEST = 4096;
    }
}
