package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.schedule.Scaling;

/**
 * ratio<sup>j</sup> = exp(j·ln ratio) as a polynomial in j, for a ratio so near 1 that five terms are enough for blocks as
 * long as a table of powers would be. Its coefficients, p<sub>m</sub> = (ln ratio)<sup>m</sup>/m!, depend on the ratio alone.
 */
final class PowerSeries {
    /** A block has up to so many iterations. */
    static final int LENGTH = WeightTable.LENGTH;

    /** |j·ln ratio| up to this: what is left out of the series is less than 2<sup>-75</sup>, for floats 2<sup>-48</sup>. */
    private static final double LARGEST = 5e-4;

    private final double one;
    private final double oneLow;
    private final double two;
    private final double three;
    private final double four;
    private final double five;

    private PowerSeries(double ratio) {
        double d = ratio - 1; // exact, near 1
        double square = d * d;
        double squareLow = ExactProduct.error(d, d, square);
        double sum = d - square / 2;
        double rest = (d - sum) - square / 2;
        double low = rest - squareLow / 2 + d * square * (1.0 / 3 - d * (1.0 / 4 - d / 5));
        one = sum + low;
        oneLow = (sum - one) + low;
        two = one * one / 2;
        three = two * one / 3;
        four = three * one / 4;
        five = four * one / 5;
    }

    /** Null where the ratio is too far from 1. */
    static PowerSeries of(Scaling.Geometric k) {
        return Math.abs(k.ratio() - 1) * LENGTH <= LARGEST ? new PowerSeries(k.ratio()) : null;
    }

    /** |j·ln ratio| for j up to {@code length}. */
    double largest(int length) {
        return Math.abs(one) * length * (1 + 0x1p-20);
    }

    /**
     * The coefficients of (first + step·j)·ratio<sup>j</sup>, but for the constant one, which is first: those of j and
     * j<sup>2</sup> in two parts, high and low, not yet cut; those above as low ones. In terms that are smaller by
     * 2<sup>-23</sup> for blocks of any length, as the square of the logarithm makes them, there are errors of some ulps; what
     * has it once is computed in double-double.
     */
    void ramp(double first, double firstLow, double step, double stepLow, PolynomialBlock to) {
        double product = first * one;
        double low = ExactProduct.error(first, one, product) + (first * oneLow + firstLow * one);
        to.high1 = product + step;
        to.low1 = sumError(product, step, to.high1) + (low + stepLow);

        double bend = first * two;
        product = step * one;
        low = ExactProduct.error(step, one, product) + (step * oneLow + stepLow * one);
        to.high2 = bend + product;
        to.low2 = sumError(bend, product, to.high2) + low;

        to.low3 = first * three + step * two;
        to.low4 = first * four + step * three;
        to.low5 = first * five + step * four;
        to.low6 = step * five;
    }

    /** The same for floats: those of j to j<sup>4</sup>, each rounded a few times, as low ones. */
    void ramp(double first, double step, PolynomialBlock to) {
        to.low1 = first * one + step;
        to.low2 = first * two + step * one;
        to.low3 = first * three + step * two;
        to.low4 = first * four + step * three;
    }

    /** What rounding leaves of a sum. */
    private static double sumError(double a, double b, double sum) {
        double z = sum - a;
        return (a - (sum - z)) + (b - z);
    }
}
