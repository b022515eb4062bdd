package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.WeightBlock;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * A table of weights that blocks share, whatever iteration they begin at: the factor of a block's own first iteration
 * goes into its ramp. Relative error below 2<sup>-95</sup> before the weights are cut in two.
 */
final class WeightTable {
    /**
     * Of powers, of a caller's values, and of the tiles that any fill may make. Not a multiple of 4 KiB: from block to block
     * the array would keep its distance to the table modulo that, by which processors tell whether a load may need what a
     * store before it has not yet written.
     */
    static final int LENGTH = 2000;

    /** No tile has a longer period: its ramps are worth a set-up each. */
    private static final int LONGEST_PERIOD = 2 * LENGTH;

    /**
     * Bits of the high parts of weights that a level is multiplied by: half of the 52 that a product may have. (A double
     * has one to spare, for sums.)
     */
    private static final int LEVEL_BITS = 26;

    /** Where it is a ramp, whose steps add up what they lack of precision, the ramp gets more of the bits. */
    private static final int RAMP_BITS = 22;

    /** Weights differ by no more than 2^±this over a table, lest small ones lose the proof that large ones have. */
    private static final double SPREAD = 8;

    private final WeightBlock.Weights weights;
    private WeightBlock.Weights withFeet;
    private final int highBits;
    private double smallest;
    private double largest;
    private int exponent;

    private WeightTable(int length, int highBits) {
        weights = new WeightBlock.Weights(new double[length], new double[length], new double[length]);
        this.highBits = highBits;
    }

    WeightBlock.Weights weights() {
        return weights;
    }

    /** Of a tile, but not of one from a caller's function: the same with a weight of 0 at the feet. */
    WeightBlock.Weights withFeet() {
        return withFeet;
    }

    /** No weight is smaller, but for those of feet. */
    double smallest() {
        return smallest;
    }

    /** The largest weight. */
    double largest() {
        return largest;
    }

    /** 2 to this power is above all weights. */
    int exponent() {
        return exponent;
    }

    /** The high parts are multiples of 2^(exponent - highBits). */
    int highBits() {
        return highBits;
    }

    int length() {
        return weights.whole().length;
    }

    /**
     * How many of these a block should use, lest they fall out of the L1 cache: doubles use two parts of a weight, floats one,
     * and beyond the caches the array takes half of the room, for its lines wait there.
     */
    static int blockLength(boolean floats, boolean beyondCaches) {
        return LENGTH / (floats ? 1 : 2) / (beyondCaches ? 2 : 1);
    }

    /**
     * A cycle up to this is better done by a tile than ramp by ramp, though it be longer than a block should be: the less so,
     * the larger the array is.
     */
    static int longestPeriod(boolean floats, boolean large, boolean beyondCaches) {
        return blockLength(floats, false) * (beyondCaches ? 3 : large ? 4 : 8) / 4;
    }

    /** ratio<sup>j</sup>, j = 0, 1, ...; null where the powers change too fast for a table. */
    static WeightTable powers(Scaling.Geometric k, Powers powers) {
        int length = (int) Math.min(LENGTH, SPREAD / rate(k.ratio()));
        if (length < Fill.SHORT) {
            return null;
        }
        WeightTable table = new WeightTable(length, RAMP_BITS);
        table.measure(Math.min(1, Math.pow(k.ratio(), length)), Math.max(1, Math.pow(k.ratio(), length)));
        Scaled[] power = powers.first(length, 0);
        for (int j = 0; j < length; j++) {
            table.store(j, power[j]);
        }
        return table;
    }

    /**
     * f(r)·ratio<sup>j</sup> over whole cycles, j counting as the scaling does; null where cycles are too long. The weight
     * of a foot is not 0, which no bracket around a small foot could prove, but 1: feet are written apart. Where they can be proven,
     * {@link #withFeet} has them, which is faster where cycles are very short.
     */
    static WeightTable tile(Shape shape, Scaling.Geometric k, Powers powers) {
        boolean byCycle = k.counts() == ScaleMode.CYCLE || powers == null;
        double spreadOfCycle = rate(k.ratio()) * (byCycle ? 1 : shape.period());
        if (shape.period() > LONGEST_PERIOD || !byCycle && spreadOfCycle > SPREAD) {
            return null;
        }
        int period = (int) shape.period();
        int cycles = (int) Math.max(1, Math.min(LENGTH / period, SPREAD / spreadOfCycle));
        WeightTable table = new WeightTable(cycles * period, LEVEL_BITS);
        int exponents = byCycle ? cycles : table.length();
        double last = Math.pow(k.ratio(), exponents);
        table.measure(Math.min(1, last) / period, Math.max(1, last));
        Scaled[] power = powers == null ? null : powers.first(exponents, 0);
        Scaled weight = new Scaled();
        for (int j = 0; j < table.length(); j++) {
            ramp(shape, j % period, weight);
            if (power != null) {
                weight.multiply(power[byCycle ? j / period : j]);
            }
            table.store(j, weight);
        }
        table.withFeet = new WeightBlock.Weights(
                withFeet(table.weights.whole(), period),
                withFeet(table.weights.high(), period),
                withFeet(table.weights.low(), period));
        return table;
    }

    /** f(r), but 1 at the foot. */
    static void ramp(Shape shape, int r, Scaled to) {
        boolean up = r <= shape.stepSizeUp();
        to.set(1, 0);
        if (r > 0) {
            to.multiply(up ? r : shape.period() - r).divide(up ? shape.stepSizeUp() : shape.stepSizeDown());
        }
    }

    private static double[] withFeet(double[] part, int period) {
        double[] copy = part.clone();
        for (int foot = 0; foot < copy.length; foot += period) {
            copy[foot] = 0;
        }
        return copy;
    }

    /** Room for weights from a caller's function. */
    static WeightTable forCaller(boolean isTile) {
        return new WeightTable(LENGTH, isTile ? LEVEL_BITS : RAMP_BITS);
    }

    /** Says between which the weights will be, before they are stored. */
    void measure(double least, double most) {
        smallest = least;
        largest = most;
        exponent = Math.getExponent(most) + 1;
    }

    private void store(int j, Scaled weight) {
        double scale = Scaled.twoTo(weight.exponent);
        store(j, weight.hi * scale, weight.lo * scale);
    }

    /** Weight j is hi + lo, of which lo is an ulp or two of hi at most. */
    void store(int j, double hi, double lo) {
        double round = 1.5 * Scaled.twoTo(exponent - highBits + 52);
        double high = (hi + round) - round;
        weights.whole()[j] = hi;
        weights.high()[j] = high;
        weights.low()[j] = (hi - high) + lo;
    }

    /** |log2(ratio)|, roughly. */
    private static double rate(double ratio) {
        return Math.abs(Math.log(ratio)) / Math.log(2);
    }
}
