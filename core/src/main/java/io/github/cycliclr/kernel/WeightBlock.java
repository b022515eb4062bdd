package io.github.cycliclr.kernel;

/**
 * Weighted iterations: the value is {@code rest + level·w[j] + slope·v[j]}, where w is a table of weights and v[j] =
 * w[j]·j/J, J being the length of the longest table, so that level and slope together are a ramp.
 *
 * <p>For doubles, level, slope and the tables are each cut in two. The high parts have so few bits that
 * {@code restHigh + levelHigh·wHigh[j] + slopeHigh·vHigh[j]} is exact in double arithmetic, with fma or without. The rest
 * of the value, in which the low parts are, is some 2<sup>26</sup> times smaller, so that its own rounding hardly
 * matters.
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

    /** Factor of the weights, rounded to double. */
    public double level;
    /** Doubles only: the part of {@link #level} with few bits. */
    public double levelHigh;
    /** Doubles only: the rest of it. */
    public double levelLow;

    /** Factor of the weights that rise with j, rounded to double; 0 where the level alone is the factor. */
    public double slope;
    /** Doubles only: the part of {@link #slope} with few bits. */
    public double slopeHigh;
    /** Doubles only: the rest of it. */
    public double slopeLow;

    /** Half the width of the bracket that encloses the real value, whatever the order or fusion of the operations. */
    public double error;

    /** w and v. */
    public Weights weights;
    /** The index of the weight of element 0. */
    public int weightFrom;

    /**
     * A table of weights and of rising weights, whole and in two parts.
     *
     * @param w the weights, rounded to double; used by float kernels
     * @param wHigh their parts with few bits; used, like the others, by double kernels
     * @param wLow what wHigh leaves of the real weights
     * @param v the rising weights
     * @param vHigh their parts with few bits
     * @param vLow what vHigh leaves of the real rising weights
     */
    public record Weights(double[] w, double[] wHigh, double[] wLow, double[] v, double[] vHigh, double[] vLow) {}
}
