package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * Weights from a caller's function, loaded piece by piece: its values alone, for a ramp to be multiplied by; or, where
 * cycles are too short for that, ramps and values together, for whole cycles at once.
 */
final class CallerWeights {
    /** Ramps are computed one by one if they are shorter than {@link Fill#SHORT}; a few more are better off with a tile. */
    private static final int LONGEST_PERIOD = 2 * Fill.SHORT;

    private final Shape shape;
    private final Scaling.Custom k;
    private final boolean byCycle;
    private final double[] values = new double[WeightTable.LENGTH];
    private final WeightTable table;

    /** f(r) in two parts over a cycle, but 1 at the foot, as in a {@linkplain WeightTable#tile tile}. */
    private final double[] ramps;

    private final double[] rampsLow;

    /** Of the values that have been loaded. */
    private double smallest;

    private double most;

    CallerWeights(Shape shape) {
        this.shape = shape;
        k = (Scaling.Custom) shape.scaling();
        byCycle = k.counts() == ScaleMode.CYCLE;
        table = WeightTable.forCaller(isTile(shape));
        int period = isTile(shape) ? (int) shape.period() : 0;
        ramps = new double[period];
        rampsLow = new double[period];
        Scaled ramp = new Scaled();
        for (int r = 0; r < period; r++) {
            WeightTable.ramp(shape, r, ramp);
            double scale = Scaled.twoTo(ramp.exponent);
            ramps[r] = ramp.hi * scale;
            rampsLow[r] = ramp.lo * scale;
        }
    }

    /** Whether cycles are so short that it is for tiles. */
    static boolean isTile(Shape shape) {
        return shape.period() <= LONGEST_PERIOD;
    }

    WeightTable table() {
        return table;
    }

    /**
     * Loads k(first), k(first + 1), ... to the weights from the first on, as many of {@code count} as kernels can use: of
     * those none is negative, and they are not so far apart, or so near the ends of the number range, that many would have
     * no proof.
     *
     * @return how many that are; 0 where they are fewer than {@link Fill#SHORT}
     */
    int load(long first, int count) {
        begin();
        int end = 0;
        while (end < count && isUsable(k.at(first + end), end)) {
            end++;
        }
        if (end < Fill.SHORT) {
            return 0;
        }
        table.measure(smallest, most);
        for (int j = 0; j < end; j++) {
            table.store(j, values[j], 0);
        }
        return end;
    }

    /**
     * Likewise f(r)·k for iteration n and those after it, to the weights from {@code from} on, n's place in a tile. The
     * function is not asked for feet, where it need not be defined.
     */
    int loadTile(long n, int from, int count) {
        begin();
        int period = ramps.length;
        int first = from % period == 0 ? from + 1 : from;
        int end = first;
        while (end < from + count) {
            int r = end % period;
            boolean known = end > first && (r == 0 || byCycle && r > 1);
            if (!isUsable(known ? values[end - 1] : k.at(shape.scalingArgument(n + end - from)), end)) {
                break;
            }
            end++;
        }
        if (end - from < Fill.SHORT) {
            return 0;
        }
        values[from] = values[first];
        table.measure(smallest / period, most);
        for (int j = from; j < end; j++) {
            int r = j % period;
            double weight = values[j] * ramps[r];
            table.store(j, weight, ExactProduct.error(values[j], ramps[r], weight) + values[j] * rampsLow[r]);
        }
        return end - from;
    }

    private void begin() {
        smallest = Double.POSITIVE_INFINITY;
        most = 0;
    }

    /** Keeps a value, unless it is not usable with those before it. */
    private boolean isUsable(double value, int at) {
        double below = Math.min(smallest, value);
        double above = Math.max(most, value);
        if (!(below > 0x1p-400 && above < 0x1p400 && above <= below * 0x1p16)) {
            return false;
        }
        smallest = below;
        most = above;
        values[at] = value;
        return true;
    }
}
