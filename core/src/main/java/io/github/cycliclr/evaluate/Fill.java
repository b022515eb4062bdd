package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * One fill of a range: cuts it into blocks, has the kernels compute them, and settles what they leave unproven.
 *
 * <p>A block is a piece of one ramp; or, where cycles are too short for that, a tile of several whole cycles, over a table
 * that holds their ramps. What is periodic is computed for one period and copied. Mutable, for one thread at a time.
 */
final class Fill {
    /** Fewer elements than this are computed one by one. */
    static final int SHORT = 16;

    /** Pieces to look out for the end of the amplitude in, where no kernel can be used. */
    private static final int PIECE = 64;

    /** Long enough that setting up a block costs little, short enough that kernels are compiled as methods. */
    private static final int RAMP_BLOCK = 4096;

    /** Periods are copied in pieces up to this many bytes, from which on copies bypass the caches (JDK 22, AVX-512). */
    private static final int COPY_BYTES = 5 << 19;

    private final Tables tables;
    private final Shape shape;
    private final boolean custom;
    private final boolean growing;
    private final boolean fading;
    /** Whether k may pass 1, or be negative. */
    private final boolean unbounded;

    private final Scaled slope = new Scaled();

    private final Target doubles;
    private final Target floats;
    private Weights callerWeights;

    // Of the target in use.
    private Target target;
    private Element element;
    private BlockSetup setup;

    Fill(Tables tables, Kernels kernels) {
        this.tables = tables;
        this.shape = tables.shape();
        Scaling.Geometric geometric = tables.geometric();
        growing = geometric != null && geometric.ratio() > 1;
        fading = geometric != null && geometric.ratio() < 1;
        custom = geometric == null;
        unbounded = growing || custom;
        doubles = new Target(tables, kernels, false);
        floats = new Target(tables, kernels, true);
    }

    double doubleValue(Curve curve, long n) {
        doubles.element.setCurve(curve);
        return doubles.element.at(n);
    }

    float floatValue(Curve curve, long n) {
        floats.element.setCurve(curve);
        return (float) floats.element.at(n);
    }

    /** Fills one of the arrays, whichever is not null, with the values of a curve. */
    void values(Curve curve, long first, double[] toDoubles, float[] toFloats, int offset, int length) {
        begin(curve, toDoubles, toFloats, false);
        try {
            if (element.amplitude.hi == 0 || !custom && tables.geometric().ratio() == 0) {
                // gamma = 0 leaves only k(0) = 1, at the foot
                target.constant(offset, length, element.rested());
            } else if (length < SHORT) {
                target.elements(offset, first, length);
            } else if (tables.isPlain()) {
                periodic(offset, first, length);
            } else if (!custom && tables.tile() != null) {
                tiles(offset, first, length);
            } else {
                ramps(offset, first, length);
            }
        } finally {
            target.close();
        }
    }

    /** Fills one of the arrays, whichever is not null, with the scaling. */
    void scaling(long first, double[] toDoubles, float[] toFloats, int offset, int length) {
        begin(Curve.SHAPE, toDoubles, toFloats, true);
        try {
            if (tables.powers() == null) {
                target.elements(offset, first, length);
                return;
            }
            Weights weights = tables.powerWeights();
            int at = offset;
            long x = first;
            for (int left = length; left > 0; ) {
                int count = Math.min(left, weights == null ? PIECE : weights.length());
                element.scaling.moveTo(x);
                if (fading && element.isFlat()) {
                    target.constant(at, left, 0);
                    return;
                }
                slope.set(element.scaling.value);
                if (growing && slope.exponent > Double.MAX_EXPONENT) {
                    target.constant(at, left, Double.POSITIVE_INFINITY);
                    return;
                }
                if (weights != null && setup.product(0, slope, 1, 0, count, weights, false)) {
                    target.product(at, x, count, 0);
                } else {
                    target.elements(at, x, count);
                }
                at += count;
                x += count;
                left -= count;
            }
        } finally {
            target.close();
        }
    }

    private void begin(Curve curve, double[] toDoubles, float[] toFloats, boolean scalingOnly) {
        target = toDoubles != null ? doubles : floats;
        target.open(curve, toDoubles, toFloats, scalingOnly);
        element = target.element;
        setup = target.setup;
    }

    /** k = 1: one period, then copies of it. */
    private void periodic(int at, long n, int length) {
        int longestCopy = COPY_BYTES / target.bytesOfElement();
        if (shape.period() > Math.min(length / 2, longestCopy)) {
            ramps(at, n, length);
            return;
        }
        int period = (int) shape.period();
        ramps(at, n, period);
        target.repeat(at, period, length, (longestCopy + period - 1) / period * period);
    }

    /** Whole cycles at once, over a table of their ramps. */
    private void tiles(int at, long n, int length) {
        Weights tile = tables.tile();
        boolean byCycle = shape.scaling().counts() == ScaleMode.CYCLE;
        long cycle = n / shape.period();
        int from = (int) (n - cycle * shape.period());
        int left = length;
        while (left > 0) {
            int count = Math.min(left, tile.length() - from);
            element.scaling.moveTo(byCycle ? cycle + 1 : n - from);
            if (ends(at, n, left)) {
                return;
            }
            slope.set(element.amplitude).multiply(element.scaling.value);
            if (count >= SHORT && setup.product(element.rest, slope, 1, 0, count, tile, unbounded)) {
                target.product(at, n, count, from);
            } else {
                target.elements(at, n, count);
            }
            at += count;
            n += count;
            left -= count;
            cycle += tile.cycles();
            from = 0;
        }
    }

    /** Ramp by ramp. */
    private void ramps(int at, long n, int length) {
        boolean byCycle = tables.isPlain() || shape.scaling().counts() == ScaleMode.CYCLE;
        int left = length;
        while (left > 0) {
            long position = n % shape.period();
            boolean up = position <= shape.stepSizeUp();
            long onRamp = up ? shape.stepSizeUp() + 1 - position : shape.period() - position;
            int count = position == 0 ? 1 : (int) Math.min(left, onRamp);
            if (position == 0) {
                target.put(at, element.rested());
            } else {
                long steps = up ? position : shape.period() - position;
                if (byCycle) {
                    element.scaling.moveTo(shape.cycle(n));
                    if (ends(at, n, left)) {
                        return;
                    }
                    ramp(at, n, count, steps, up);
                } else if (!weightedRamp(at, n, count, left, steps, up)) {
                    return;
                }
            }
            at += count;
            n += count;
            left -= count;
        }
    }

    /** A piece of a ramp with one scaling. */
    private void ramp(int at, long n, int length, long steps, boolean up) {
        slope.set(up ? element.slopeUp : element.slopeDown).multiply(element.scaling.value);
        long unit = element.scaling.unit() == Long.MIN_VALUE || slope.lo != 0
                ? Long.MIN_VALUE
                : slopeUnit(up ? shape.stepSizeUp() : shape.stepSizeDown());
        int direction = up ? 1 : -1;
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, RAMP_BLOCK);
            if (count >= SHORT
                    && setup.ramp(
                            element.rest, slope, steps + (long) direction * done, direction, count, unit, unbounded)) {
                target.ramp(at + done, n + done, count);
            } else {
                target.elements(at + done, n + done, count);
            }
            done += count;
        }
    }

    /** What slope and rest are integer multiples of, where the slope is exact in one double. */
    private long slopeUnit(long stepSize) {
        long odd = stepSize >> Long.numberOfTrailingZeros(stepSize);
        Scaled amplitude = element.amplitude;
        double integer = Math.scalb(amplitude.hi, 52);
        boolean exact = amplitude.lo == 0 && (odd == 1 || odd < 1L << 53 && (long) integer % odd == 0);
        return exact && slope.hi != 0
                ? Math.min(slope.exponent + Scaled.lastBit(slope.hi), Scaled.lastBit(element.rest))
                : Long.MIN_VALUE;
    }

    /** A piece of a ramp whose scaling changes every iteration; false if it has filled all that is left. */
    private boolean weightedRamp(int at, long n, int length, int left, long steps, boolean up) {
        Weights weights = custom ? callerWeights() : tables.powerWeights();
        int longest = weights == null ? PIECE : weights.length();
        int direction = up ? 1 : -1;
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, longest);
            slope.set(up ? element.slopeUp : element.slopeDown);
            if (custom) {
                weights.load((Scaling.Custom) shape.scaling(), n + done, count);
            } else {
                element.scaling.moveTo(n + done);
                if (ends(at + done, n + done, left - done)) {
                    return false;
                }
                slope.multiply(element.scaling.value);
            }
            if (weights != null
                    && count >= SHORT
                    && setup.product(
                            element.rest,
                            slope,
                            steps + (long) direction * done,
                            direction,
                            count,
                            weights,
                            unbounded)) {
                target.product(at + done, n + done, count, 0);
            } else {
                target.elements(at + done, n + done, count);
            }
            done += count;
        }
        return true;
    }

    private Weights callerWeights() {
        if (callerWeights == null) {
            callerWeights = Weights.forCaller();
        }
        return callerWeights;
    }

    /** Where the amplitude has vanished, or has grown beyond all bounds, for good: fills all that is left. */
    private boolean ends(int at, long n, int left) {
        if (fading && element.isFlat()) {
            target.constant(at, left, element.rested());
            return true;
        }
        long smallest = Math.min(element.slopeUp.exponent, element.slopeDown.exponent) + element.scaling.value.exponent;
        if (!growing || smallest <= Double.MAX_EXPONENT + 2) {
            return false;
        }
        target.constant(at, left, Math.copySign(Double.POSITIVE_INFINITY, element.amplitude.hi));
        long toFoot = (shape.period() - n % shape.period()) % shape.period();
        for (long foot = toFoot; foot < left; foot += shape.period()) {
            target.put(at + (int) foot, element.rested());
        }
        return true;
    }
}
