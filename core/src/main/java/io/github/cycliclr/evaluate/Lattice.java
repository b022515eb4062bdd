package io.github.cycliclr.evaluate;

/**
 * What is known of the exact values on a ramp, which are rationals: rest + steps · amplitude · k / step size. They lie on
 * a lattice of multiples of 2<sup>unit</sup> / odd, so that a value within less than a lattice step of a rounding boundary
 * is that boundary: a tie.
 */
final class Lattice {
    /** Values are multiples of 2 to this power, divided by an integer below 2^oddBits; MIN_VALUE where not known. */
    private long rational;

    private int oddBits;

    /** Slope and rest are multiples of 2 to this power; MIN_VALUE where the slope is not a double. */
    private long unit;

    /** For the ramp with this slope. */
    void set(Element element, ScalingCursor scaling, long stepSize, Scaled slope) {
        long scalingUnit = scaling.unit();
        rational = Long.MIN_VALUE;
        unit = Long.MIN_VALUE;
        if (scalingUnit == Long.MIN_VALUE) {
            return;
        }
        int twos = Long.numberOfTrailingZeros(stepSize);
        long odd = stepSize >> twos;
        long restUnit = Scaled.lastBit(element.rest);
        rational = Math.min(element.unit + scalingUnit - twos, restUnit);
        oddBits = Long.SIZE - Long.numberOfLeadingZeros(odd);
        Scaled amplitude = element.amplitude;
        boolean divides = odd == 1 || odd < 1L << 53 && (long) Math.scalb(amplitude.hi, 52) % odd == 0;
        if (divides && amplitude.lo == 0 && slope.lo == 0 && slope.hi != 0) {
            unit = Math.min(slope.exponent + Scaled.lastBit(slope.hi), restUnit);
        }
    }

    /** Whether the slope is a double, exactly. */
    boolean isOfSlope() {
        return unit != Long.MIN_VALUE;
    }

    /** See {@link #isOfSlope}. */
    long unit() {
        return unit;
    }

    /** The exponent of the last place of midpoints between doubles of at least this size. */
    static int doubleMidpoint(double smallest) {
        return Math.getExponent(smallest) - 53;
    }

    /** The exponent of the last place of midpoints between floats of at least this size. */
    static int floatMidpoint(double smallest) {
        return Math.max(Math.getExponent(smallest), Float.MIN_EXPONENT) - 24;
    }

    /**
     * The {@link io.github.cycliclr.kernel.RampBlock#tie} of a block, NaN where its brackets are too wide.
     *
     * @param midpoint exponent of the last place of all midpoints that its values can meet
     * @param error half the width of its brackets
     * @param part bound on what is to be rounded to a multiple of that place
     */
    double tie(int midpoint, double error, double part) {
        boolean told = rational != Long.MIN_VALUE
                // A boundary in a bracket is less than 4·error away, and 0 or a lattice step is how far it can be.
                && Math.getExponent(error) + 3 <= Math.min(rational, midpoint) - oddBits
                && Math.getExponent(part) + 1 <= midpoint + 51
                && midpoint > -1000;
        return told ? 1.5 * Scaled.twoTo(midpoint + 52) : Double.NaN;
    }
}
