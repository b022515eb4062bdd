package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * One curve of a fill and the array that it is written to: by kernels, whose unproven elements are settled, element by
 * element, or as a constant. For one type, double or float.
 */
final class Target {
    /** Long enough that setting up a block costs little, short enough that kernels are compiled as methods. */
    private static final int RAMP_BLOCK = 1 << 14;

    /** A fill of this many periods makes a table that is longer than usual. */
    private static final long MANY_PERIODS = 8;

    private final Shape shape;
    private final boolean growing;
    private final boolean fading;
    /** Whether k may pass 1, or be negative, so that values may pass the peak. */
    private final boolean unbounded;
    /** Whether k is a caller's function, so that weights have the scaling in them. */
    private final boolean custom;

    private final Kernels best;
    private Kernels kernels;
    private final boolean isFloats;
    private final Output output;
    private final Copies copies;
    private final Element element;
    private final BlockSetup setup;
    private final ScalingCursor scaling;
    private final Scaled slope = new Scaled();
    private final Lattice lattice = new Lattice();
    private boolean ofScaling;

    /** @param isFloats whether it is for arrays of floats */
    Target(Tables tables, Kernels kernels, ScalingCursor scaling, boolean isFloats) {
        best = kernels;
        this.scaling = scaling;
        this.isFloats = isFloats;
        output = new Output(isFloats);
        copies = new Copies(output, kernels);
        shape = tables.shape();
        Scaling.Geometric geometric = tables.geometric();
        growing = geometric != null && geometric.ratio() > 1;
        fading = geometric != null && geometric.ratio() < 1;
        custom = geometric == null;
        unbounded = growing || custom;
        element = new Element(tables, scaling, isFloats);
        setup = BlockSetup.of(isFloats);
    }

    /**
     * Begins with a curve and one of the arrays, the other is null.
     *
     * @param scalingOnly whether it is for the scaling itself, with its arguments in place of iterations
     */
    void open(Curve curve, double[] toDoubles, float[] toFloats, boolean scalingOnly) {
        element.setCurve(curve);
        kernels = best;
        ofScaling = scalingOnly;
        output.open(toDoubles, toFloats);
    }

    /** From here on, or by the best ones again. */
    void useScalarKernels(boolean scalar) {
        kernels = scalar ? ScalarKernels.INSTANCE : best;
    }

    /** Lets go of the array. */
    void close() {
        output.close();
    }

    boolean isFloats() {
        return isFloats;
    }

    Copies copies() {
        return copies;
    }

    /** Of the curve that was opened last. */
    Element element() {
        return element;
    }

    /** The value at iteration (or argument) n, rounded to the type. */
    double valueAt(long n) {
        return ofScaling ? element.scalingAt(n) : element.at(n);
    }

    /** The value at the foot, throughout. */
    void rest(int at, int count) {
        output.constant(at, count, element.rested());
    }

    /** The value at the foot, once. */
    void foot(int at) {
        output.put(at, element.rested());
    }

    /** The value at the foot, to every {@code period}-th element. */
    private void feet(int at, int end) {
        output.every(shape.period(), at, end, element.rested());
    }

    /** One by one, from iteration n. */
    void elements(int at, long n, int count) {
        for (int j = 0; j < count; j++) {
            output.put(at + j, valueAt(n + j));
        }
    }

    /** Whether all values are that at the foot. */
    boolean isConstant() {
        return element.amplitude.hi == 0;
    }

    /**
     * Where the amplitude has vanished, or has grown beyond all bounds, for good: fills all that is left.
     */
    boolean ends(int at, long n, int left) {
        if (fading && element.isFlat()) {
            rest(at, left);
            return true;
        }
        long smallest = Math.min(element.slopeUp.exponent, element.slopeDown.exponent) + scaling.value.exponent;
        // One step is then beyond the range, by more than the value at the foot, of either sign, takes back.
        int largest = Math.max(Math.getExponent(element.rest), isFloats ? Float.MAX_EXPONENT : Double.MAX_EXPONENT);
        if (!growing || smallest <= largest + 2) {
            return false;
        }
        output.constant(at, left, Math.copySign(Double.POSITIVE_INFINITY, element.amplitude.hi));
        long toFoot = (shape.period() - n % shape.period()) % shape.period();
        if (!ofScaling && toFoot < left) {
            feet(at + (int) toFoot, at + left);
        }
        return true;
    }

    /**
     * A piece of a ramp with one scaling, that of the cursor.
     *
     * @param position how many iterations n is behind the foot that the ramp rises from, or as a negative number before that
     *     to which it falls
     */
    void ramp(int at, long n, int length, long position) {
        boolean up = position > 0;
        long stepSize = up ? shape.stepSizeUp() : shape.stepSizeDown();
        slope.setProduct(up ? element.slopeUp : element.slopeDown, scaling.value);
        lattice.set(element, scaling, stepSize, slope);
        int direction = up ? 1 : -1;
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, RAMP_BLOCK);
            long steps = Math.abs(position + done);
            if (count >= Fill.SHORT && setup.ramp(element.rest, slope, steps, direction, count, lattice, unbounded)) {
                write(at + done, n + done, count);
            } else {
                elements(at + done, n + done, count);
            }
            done += count;
        }
    }

    /**
     * A piece of a ramp whose scaling changes every iteration, by the weights from the first; at most their length.
     *
     * @param position as that of {@link #ramp}
     */
    void weightedRamp(int at, long n, int length, long position, WeightTable weights) {
        boolean up = position > 0;
        setSlope(up ? element.slopeUp : element.slopeDown);
        weighted(at, n, length, Math.abs(position), up ? 1 : -1, weights);
    }

    /**
     * A piece of a ramp whose scaling changes every iteration, by a polynomial.
     *
     * @param position as that of {@link #ramp}
     * @return whether it could be
     */
    boolean polynomialRamp(int at, long n, int length, long position, PowerSeries series) {
        boolean up = position > 0;
        slope.setProduct(up ? element.slopeUp : element.slopeDown, scaling.value);
        if (length < Fill.SHORT
                || !setup.polynomial(element.rest, slope, Math.abs(position), up ? 1 : -1, length, series, unbounded)) {
            return false;
        }
        write(at, n, length);
        return true;
    }

    /** A piece of a tile. */
    void tile(int at, long n, int length, WeightTable tile, int from) {
        setSlope(element.amplitude);
        if (!isWeighted(length, 1, 0, tile)) {
            elements(at, n, length);
            return;
        }
        boolean apart = tile.withFeet() == null || !setup.provesFeet();
        if (!apart) {
            setup.weighted.weights = tile.withFeet();
        }
        setup.weighted.weightFrom = from;
        write(at, n, length);
        if (apart) {
            int foot = (int) ((shape.period() - from % shape.period()) % shape.period());
            feet(at + foot, at + length);
        }
    }

    /** A piece of the scaling itself: the powers from the cursor's on. */
    void powers(int at, long argument, int length, WeightTable weights) {
        slope.set(scaling.value);
        if (weights == null) {
            elements(at, argument, length);
        } else {
            weighted(at, argument, length, 1, 0, weights);
        }
    }

    /** To an unscaled slope times the scaling; a caller's weights have the scaling in them. */
    private void setSlope(Scaled unscaled) {
        if (custom) {
            slope.set(unscaled);
        } else {
            slope.setProduct(unscaled, scaling.value);
        }
    }

    /** By the weights from the first and the slope that has been set, or else one by one. */
    private void weighted(int at, long n, int length, long steps, int direction, WeightTable weights) {
        if (isWeighted(length, steps, direction, weights)) {
            setup.weighted.weightFrom = 0;
            write(at, n, length);
        } else {
            elements(at, n, length);
        }
    }

    /** Sets up a block by the slope that has been set, unless it is one for elements, one by one. */
    private boolean isWeighted(int length, long steps, int direction, WeightTable weights) {
        return length >= Fill.SHORT
                && setup.weighted(element.rest, slope, steps, direction, length, weights, unbounded);
    }

    /** Writes the block that was set up. */
    private void write(int at, long n, int length) {
        for (int j = 0; j < length; ) {
            j = isFloats ? floats(at, j, length) : doubles(at, j, length);
            if (j < length) {
                output.put(at + j, setup.lift() == 0 ? valueAt(n + j) : Double.NaN);
                j++;
            }
        }
        if (setup.lift() != 0) {
            lower(at, n, length, setup.lift());
        }
    }

    private int doubles(int at, int from, int to) {
        return switch (setup.kind) {
            case RAMP -> kernels.ramp(setup.ramp, output.doubles(), at, from, to);
            case WEIGHTED -> kernels.weighted(setup.weighted, output.doubles(), at, from, to);
            case POLYNOMIAL -> kernels.polynomial(setup.polynomial, output.doubles(), at, from, to);
        };
    }

    private int floats(int at, int from, int to) {
        return switch (setup.kind) {
            case RAMP -> kernels.ramp(setup.ramp, output.floats(), at, from, to);
            case WEIGHTED -> kernels.weighted(setup.weighted, output.floats(), at, from, to);
            case POLYNOMIAL -> kernels.polynomial(setup.polynomial, output.floats(), at, from, to);
        };
    }

    private void lower(int at, long n, int length, int lift) {
        double[] doubles = output.doubles();
        for (int j = at; j < at + length; j++) {
            double value = Lift.down(doubles[j], lift);
            doubles[j] = Double.isNaN(value) ? valueAt(n + (j - at)) : value;
        }
    }

    /** Whether a fill of so many elements is done by tiles of whole cycles. */
    boolean usesTiles(int length) {
        long period = shape.period();
        int longest = WeightTable.longestPeriod(isFloats, output.isLarge(), output.isBeyondCaches());
        return period <= longest && (period <= WeightTable.LENGTH || length >= MANY_PERIODS * period);
    }

    /** How many weights of a table a block should use at most. */
    int mostWeights() {
        return WeightTable.blockLength(isFloats, output.isBeyondCaches());
    }
}
