package io.github.cycliclr.kernel;

/**
 * A piece of a curve that is a polynomial in j = 0, 1, ..., counted from its first iteration: H(j) + L(j), where
 * H(j) = {@link #high0} + {@link #high1}·j + {@link #high2}·j<sup>2</sup> and L(j) = {@link #low0} + ... +
 * {@link #low6}·j<sup>6</sup>.
 *
 * <p>For doubles, the parts are cut so that H(j), by Horner's rule, is exact in double arithmetic, with fma or without: its
 * coefficients are multiples of one power of two, of which H(j) is less than 2<sup>53</sup>. L(j) is then so small that its
 * own rounding hardly matters.
 *
 * <p>For floats, H(j) is 0 and L(j) the whole, of degree 4, rounded to double on the way.
 *
 * <p>Mutable, so that a fill makes no garbage; a kernel reads it only, but for {@link #scratch} and
 * {@link #doubleScratch}.
 */
public final class PolynomialBlock {
    /** All zero, for the caller to set. */
    public PolynomialBlock() {}

    /** Of H: the constant. */
    public double high0;
    /** Of H: the coefficient of j. */
    public double high1;
    /** Of H: that of j<sup>2</sup>. */
    public double high2;

    /** Of L: the constant. */
    public double low0;
    /** Of L: the coefficient of j. */
    public double low1;
    /** Of L: that of j<sup>2</sup>. */
    public double low2;
    /** Of L: that of j<sup>3</sup>. */
    public double low3;
    /** Of L: that of j<sup>4</sup>. */
    public double low4;
    /** Doubles only, of L: that of j<sup>5</sup>. */
    public double low5;
    /** Doubles only, of L: that of j<sup>6</sup>. */
    public double low6;

    /** Half the width of the bracket that encloses the real value, whatever the fusion of Horner's rule. */
    public double error;

    /** No value of the block is larger. */
    public double most;

    /** For a kernel of floats to make and to use as it likes. */
    public float[] scratch;

    /** For a kernel of doubles likewise. */
    public double[] doubleScratch;

    /** H(j), for doubles. */
    double high(double j) {
        return (high2 * j + high1) * j + high0;
    }

    /** L(j), for doubles. */
    double low(double j) {
        return (((((low6 * j + low5) * j + low4) * j + low3) * j + low2) * j + low1) * j + low0;
    }

    /** L(j), for floats the whole. */
    double whole(double j) {
        return (((low4 * j + low3) * j + low2) * j + low1) * j + low0;
    }
}
