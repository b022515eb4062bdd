package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.WeightBlock;

/**
 * Sets up ramps, weighted ramps and polynomials as blocks for kernels of one type, with a bound on the error of what kernels
 * make of them. There u is 2<sup>-53</sup>, and m a bound on all numbers of a block.
 *
 * <p>Little is stored on the way: beyond the caches each store waits for those of the block before it, which wait for memory.
 */
abstract class BlockSetup {
    /** Between these the parts of a number neither overflow nor lose bits to underflow. */
    static final int SMALLEST = -960;

    static final int LARGEST = 960;

    /** Coefficients are smaller than values by up to 2^120 and lose bits to underflow sooner. */
    private static final int SMALLEST_POLYNOMIAL = -800;

    /** A value this small might round to a negative zero. */
    private static final double NEARLY_ZERO = 0x1p-90;

    enum Kind {
        RAMP,
        WEIGHTED,
        POLYNOMIAL
    }

    final RampBlock ramp = new RampBlock();
    final WeightBlock weighted = new WeightBlock();

    /** Null until there is one: small fills, which keep a setup each, have none. */
    PolynomialBlock polynomial;

    /** Which of the blocks was set up last. */
    Kind kind;

    static BlockSetup of(boolean floats) {
        return floats ? new FloatSetup() : new DoubleSetup();
    }

    /** The values of the block that was set up last are 2 to this power times too large. */
    abstract int lift();

    /**
     * rest + (steps ± j)·slope, j = 0 ... length - 1.
     *
     * @param direction 1 or -1
     * @param lattice what is known of the values' exact positions
     * @param mayTurnNegative whether nothing keeps the value from passing below 0
     * @return whether kernels can do it
     */
    abstract boolean ramp(
            double rest, Scaled slope, long steps, int direction, int length, Lattice lattice, boolean mayTurnNegative);

    /**
     * rest + (steps ± j)·slope·weight[j], j = 0 ... length - 1.
     *
     * @param direction 1 or -1, or 0 for steps·slope·weight[j]
     * @param mayTurnNegative whether nothing keeps the value from passing below 0
     * @return whether kernels can do it
     */
    abstract boolean weighted(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            WeightTable weights,
            boolean mayTurnNegative);

    /**
     * rest + (steps ± j)·slope·ratio<sup>j</sup>, j = 0 ... length - 1.
     *
     * @param direction 1 or -1
     * @param mayTurnNegative whether nothing keeps the value from passing below 0
     * @return whether kernels can do it
     */
    abstract boolean polynomial(
            double rest,
            Scaled slope,
            long steps,
            int direction,
            int length,
            PowerSeries series,
            boolean mayTurnNegative);

    /**
     * Whether kernels prove the value at the foot in the weighted block that was set up last, where its weight is 0: a bracket
     * around it that is twice as wide rounds to it.
     */
    abstract boolean provesFeet();

    final void become(Kind next) {
        if (kind != next) { // to store a reference costs more than to ask
            kind = next;
        }
    }

    /** The polynomial's block, from the first time on. */
    final PolynomialBlock polynomialBlock() {
        if (polynomial == null) {
            polynomial = new PolynomialBlock();
        }
        return polynomial;
    }

    /** How many steps from the foot the furthest element is. */
    static long mostSteps(long steps, int direction, int length) {
        return direction > 0 ? steps + length - 1 : steps;
    }

    /** Whether values that fall down to {@code smallest} might round to a negative zero, or be below 0. */
    static boolean nearsZero(boolean mayTurnNegative, Scaled slope, double smallest) {
        return mayTurnNegative && slope.hi < 0 && smallest < NEARLY_ZERO;
    }

    static boolean inRange(double bound) {
        int exponent = Math.getExponent(bound);
        return exponent >= SMALLEST && exponent <= LARGEST;
    }

    /** Whether a polynomial, rest and up to {@code most}, can be computed by its coefficients. */
    static boolean isPolynomial(double bound, double most) {
        int exponent = Math.getExponent(bound);
        return exponent >= SMALLEST_POLYNOMIAL && exponent <= LARGEST && most >= bound * 0x1p-200;
    }
}
