package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * Elements one by one, as long as they are so few that setting up a block would take longer.
 *
 * <p>The value is rest + steps·(slope·k). Slope and powers are a high part of 26 bits and a low one, so that high parts have
 * exact products; what is added to rest is known to 2<sup>-72</sup> of it, which proves the rounding of all but one double in
 * some hundred thousand.
 */
final class FewElements implements Anywhere {
    /** Up to so many elements, where k is one number throughout a cycle, or changes with every iteration. */
    private static final int MOST_BY_CYCLE = 64;

    private static final int MOST_BY_ITERATION = 48;

    /** Numbers of steps are doubles up to here. */
    private static final long MOST_STEPS = 1L << 52;

    /** A high part times a number of steps below this is exact. */
    private static final long MANY_STEPS = 1L << 27;

    /**
     * Bound on the relative error of what is added to rest. A product of parts is off by up to 4·2^-78 of itself, an entry of
     * powers, and the slope, by 2^-78; there are up to ten of each.
     */
    private static final double ERROR = 0x1p-72;

    private final long period;
    private final long perPeriod;
    private final long stepSizeUp;
    private final long stepSizeDown;
    private final boolean byCycle;
    private final double rest;

    /** Up and down. */
    private final double[] slopes = new double[2];

    private final double[] lowSlopes = new double[2];

    /** Or null, as the scaling is. */
    private final PowerDigits powers;

    private final Scaling.Custom custom;

    /** Whether behind the last of the powers nothing is added to rest that counts. */
    private final boolean vanishes;

    private FewElements(Tables tables, Curve curve, Scaled amplitude) {
        Shape shape = tables.shape();
        period = shape.period();
        perPeriod = Cycles.perPeriod(period);
        stepSizeUp = shape.stepSizeUp();
        stepSizeDown = shape.stepSizeDown();
        boolean isFlat = amplitude.hi == 0; // then there is nothing to scale
        byCycle = tables.isScaledByCycle() || isFlat;
        rest = curve.rest();
        Scaling.Geometric geometric = tables.geometric();
        double factor = geometric == null ? 1 : geometric.factor();
        long[] stepSizes = {stepSizeUp, stepSizeDown};
        for (int i = 0; i < 2; i++) {
            Scaled slope = new Scaled().set(amplitude).divide(stepSizes[i]);
            double scale = Scaled.twoTo(slope.exponent) * factor;
            double high = ExactProduct.high(slope.hi);
            slopes[i] = high * scale;
            lowSlopes[i] = (slope.hi - high + slope.lo) * scale;
        }
        powers = isFlat ? null : tables.powerDigits();
        custom = geometric == null && !isFlat ? (Scaling.Custom) shape.scaling() : null;
        vanishes = geometric != null && geometric.ratio() < 1 && amplitude.exponent < Math.getExponent(rest) + 100;
    }

    /** Null where numbers are too near the ends of the number range, or steps more than there are doubles for. */
    static FewElements of(Tables tables, Curve curve) {
        Scaled amplitude = new Scaled().setDifference(curve.peak(), curve.rest());
        if (tables.geometric() != null && tables.geometric().ratio() == 0) {
            amplitude.set(0, 0, 0); // k(0) = 1 is that of a foot
        }
        boolean inRange =
                isInRange(amplitude.hi, amplitude.exponent) && isInRange(curve.rest(), Math.getExponent(curve.rest()));
        return inRange && tables.shape().period() < MOST_STEPS ? new FewElements(tables, curve, amplitude) : null;
    }

    private static boolean isInRange(double x, long exponent) {
        return x == 0 || Math.abs(exponent) <= PowerDigits.FAR;
    }

    @Override
    public boolean fill(long first, double[] doubles, float[] floats, int offset, int length) {
        if (first < 0
                || first > Shape.LAST_ITERATION - length
                || length > (byCycle ? MOST_BY_CYCLE : MOST_BY_ITERATION)) {
            return false;
        }
        long cycle = Cycles.cycle(first, period, perPeriod);
        long position = first - cycle * period;
        for (int done = 0; done < length; ) {
            long down = stepSizeUp - position >> 63; // 0 or -1: a branch would be mispredicted as often as not
            int count = (int) Math.min(length - done, stepSizeUp + 1 - position + (down & stepSizeDown - 1));
            long argument = byCycle ? cycle + 1 : first + done;
            long steps = (position ^ down) - down + (down & period);
            if (!ramp(argument, (int) down, steps, doubles, floats, offset + done, count)) {
                return false;
            }
            done += count;
            position += count;
            if (position == period) {
                position = 0;
                cycle++;
            }
        }
        return true;
    }

    /** A piece of one ramp; the scaling's first argument is given. */
    private boolean ramp(
            long argument, int down, long firstStep, double[] doubles, float[] floats, int offset, int length) {
        double high = slopes[-down];
        double low = lowSlopes[-down];
        if (powers != null) {
            long last = byCycle ? argument : argument + (length - 1);
            if (last > powers.last) {
                if (!vanishes || argument <= powers.last) {
                    return false;
                }
                high = 0;
                low = 0;
            } else {
                int digit = 0;
                for (long x = argument; x != 0; x >>>= PowerDigits.BITS) {
                    int i = digit + (int) (x & PowerDigits.BASE - 1);
                    double product = high(high, low, powers.high[i], powers.low[i]);
                    low = low(high, low, powers.high[i], powers.low[i], product);
                    high = product;
                    digit += PowerDigits.BASE;
                }
            }
        } else if (custom != null && byCycle && firstStep + length > 1) { // at a foot it need not be defined
            double k = custom.at(argument);
            if (!isInRange(k, Math.getExponent(k))) {
                return false;
            }
            double kHigh = ExactProduct.high(k);
            double product = high(high, low, kHigh, k - kHigh);
            low = low(high, low, kHigh, k - kHigh, product);
            high = product;
        }
        for (int j = 0; j < length; j++) {
            long steps = firstStep + ((j ^ down) - down);
            double stepHigh = high;
            double stepLow = low;
            if (!byCycle && (custom == null ? j > 0 : steps != 0)) {
                double kHigh;
                double kLow;
                if (custom == null) {
                    kHigh = powers.high[j];
                    kLow = powers.low[j];
                } else {
                    double k = custom.at(argument + j);
                    if (!isInRange(k, Math.getExponent(k))) {
                        return false;
                    }
                    kHigh = ExactProduct.high(k);
                    kLow = k - kHigh;
                }
                stepHigh = high(high, low, kHigh, kLow);
                stepLow = low(high, low, kHigh, kLow, stepHigh);
            }
            double rise = stepHigh * steps;
            double riseLow = stepLow * steps;
            if (steps >= MANY_STEPS) {
                riseLow += ExactProduct.error(stepHigh, steps, rise);
            }
            if (!(doubles != null ? put(doubles, offset + j, rise, riseLow) : put(floats, offset + j, rise, riseLow))) {
                return false;
            }
        }
        return true;
    }

    /** The high part of the product of two numbers in parts; together with the low one off by 4·2<sup>-78</sup> of it. */
    static double high(double aHigh, double aLow, double bHigh, double bLow) {
        return ExactProduct.high(aHigh * bHigh + (aHigh * bLow + aLow * (bHigh + bLow)));
    }

    /** The low one. */
    static double low(double aHigh, double aLow, double bHigh, double bLow, double high) {
        return (aHigh * bHigh - high) + (aHigh * bLow + aLow * (bHigh + bLow));
    }

    /** rest + (high + low), if its rounding is proven. */
    private boolean put(double[] out, int at, double high, double low) {
        double sum = rest + high;
        double z = sum - rest;
        double e = (rest - (sum - z)) + (high - z);
        double error = Math.abs(high) * ERROR + Math.abs(e) * 0x1p-51;
        double value = sum + (e + low + error);
        out[at] = value;
        return value == sum + (e + low - error);
    }

    /** Likewise; both ends of the bracket are rounded to double before they are to float, where they may become -0. */
    private boolean put(float[] out, int at, double high, double low) {
        double sum = rest + high;
        double z = sum - rest;
        double e = (rest - (sum - z)) + (high - z);
        double error = Math.abs(high) * ERROR + Math.abs(e) * 0x1p-51 + Math.abs(sum) * 0x1p-51;
        float value = (float) (sum + (e + low + error));
        out[at] = value + 0f;
        return value == (float) (sum + (e + low - error));
    }
}
