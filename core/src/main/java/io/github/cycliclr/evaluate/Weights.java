package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * A table of double-double weights that blocks share, whatever iteration they begin at: the factor of a block's own
 * first iteration goes into its ramp. Relative error below 2<sup>-95</sup>.
 */
final class Weights {
    /** A period up to this is tiled: 32 KB of weights, and ramps that are too short to be set up one by one. */
    static final int LONGEST_TILED_PERIOD = 2048;

    /** Small enough for both halves of the table to stay in the L1 cache beside the output. */
    private static final int LENGTH = 1024;

    /** Weights differ by no more than 2^±this over a table, lest small ones lose the proof that large ones have. */
    private static final double SPREAD = 8;

    private final double[] high;
    private final double[] low;
    private final long cycles;
    private double smallest;
    private double largest;

    private Weights(double[] high, double[] low, long cycles) {
        this.high = high;
        this.low = low;
        this.cycles = cycles;
        measure(high.length);
    }

    double[] high() {
        return high;
    }

    double[] low() {
        return low;
    }

    /** The smallest weight that is not 0; infinite where all are 0. */
    double smallest() {
        return smallest;
    }

    /** The largest weight. */
    double largest() {
        return largest;
    }

    /** How many cycles a tile has. */
    long cycles() {
        return cycles;
    }

    int length() {
        return high.length;
    }

    /** ratio<sup>j</sup>, j = 0, 1, ...; null where the powers change too fast for a table. */
    static Weights powers(Scaling.Geometric k, Powers powers) {
        int length = (int) Math.min(LENGTH, SPREAD / rate(k.ratio()));
        if (length < Fill.SHORT) {
            return null;
        }
        Scaled weight = new Scaled();
        double[] high = new double[length];
        double[] low = new double[length];
        for (int j = 0; j < length; j++) {
            powers.multiply(weight.set(1, 0), j);
            store(weight, high, low, j);
        }
        return new Weights(high, low, 0);
    }

    /** f(r)·ratio<sup>j</sup> over whole cycles, j counting as the scaling does; null where cycles are too long. */
    static Weights tile(Shape shape, Scaling.Geometric k, Powers powers) {
        boolean byCycle = k.counts() == ScaleMode.CYCLE;
        double spreadOfCycle = rate(k.ratio()) * (byCycle ? 1 : shape.period());
        if (shape.period() > LONGEST_TILED_PERIOD || !byCycle && spreadOfCycle > SPREAD) {
            return null;
        }
        int period = (int) shape.period();
        int cycles = (int) Math.max(1, Math.min(LENGTH / period, SPREAD / spreadOfCycle));
        Scaled weight = new Scaled();
        double[] high = new double[cycles * period];
        double[] low = new double[cycles * period];
        for (int j = 0; j < high.length; j++) {
            int r = j % period;
            boolean up = r <= shape.stepSizeUp();
            weight.set(1, 0).multiply(up ? r : period - r).divide(up ? shape.stepSizeUp() : shape.stepSizeDown());
            powers.multiply(weight, byCycle ? j / period : j);
            store(weight, high, low, j);
        }
        return new Weights(high, low, cycles);
    }

    /** Room for the values of a caller's function, which are exact. */
    static Weights forCaller() {
        return new Weights(new double[LENGTH], new double[LENGTH], 0);
    }

    /** Loads k(first), k(first + 1), ...; they may be negative, which kernels do not take. */
    void load(Scaling.Custom k, long first, int count) {
        for (int j = 0; j < count; j++) {
            high[j] = k.at(first + j);
        }
        measure(count);
    }

    /** Whether kernels can use these: none is negative, and they are not so far apart that the small lose all proof. */
    boolean areUsable() {
        return smallest > 0 && largest <= smallest * 0x1p20;
    }

    private void measure(int count) {
        smallest = Double.POSITIVE_INFINITY;
        largest = 0;
        for (int j = 0; j < count; j++) {
            smallest = high[j] == 0 ? smallest : Math.min(smallest, high[j]);
            largest = Math.max(largest, high[j]);
        }
    }

    private static void store(Scaled weight, double[] high, double[] low, int j) {
        double scale = Math.scalb(1.0, (int) weight.exponent);
        high[j] = weight.hi * scale;
        low[j] = weight.lo * scale;
    }

    /** |log2(ratio)|, roughly. */
    private static double rate(double ratio) {
        return Math.abs(Math.log(ratio)) / Math.log(2);
    }
}
