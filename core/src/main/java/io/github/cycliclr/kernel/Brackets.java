package io.github.cycliclr.kernel;

import java.util.Arrays;

/**
 * Both ends of the brackets of a run of elements, rounded, by loops without branches, which the JIT compiler vectorises by itself.
 * All arrays of such a loop have the same index; otherwise the compiler fears that what is written might be read in a later turn.
 *
 * <p>Each method for a block returns how many elements, from the first, have two like ends; these are the values.
 */
final class Brackets {
    private static final ThreadLocal<Brackets> OF_THREAD = new ThreadLocal<>();

    /** 0, 1, 2, ... as doubles: a conversion in a loop keeps JDK 17 from vectorising it. */
    private static final double[] INDEX = new double[WeightBlock.Weights.LONGEST];

    static {
        for (int i = 0; i < INDEX.length; i++) {
            INDEX[i] = i;
        }
    }

    final double[] above = new double[INDEX.length];
    final float[] floatAbove = new float[INDEX.length];
    private final double[] below = new double[INDEX.length];
    private final float[] floatBelow = new float[INDEX.length];

    static Brackets get() {
        Brackets brackets = OF_THREAD.get();
        if (brackets == null) {
            brackets = new Brackets();
            OF_THREAD.set(brackets);
        }
        return brackets;
    }

    private int same(int begin, int end) {
        int differ = Arrays.mismatch(above, begin, end, below, begin, end);
        return differ < 0 ? end - begin : differ;
    }

    private int floatSame(int begin, int end) {
        int differ = Arrays.mismatch(floatAbove, begin, end, floatBelow, begin, end);
        return differ < 0 ? end - begin : differ;
    }

    int ramp(RampBlock b, int from, int count) {
        double high = b.highStep * from + b.high;
        double low = b.lowStep * from;
        ramp(above, count, high, b.highStep, low + (b.low + b.error), b.lowStep);
        ramp(below, count, high, b.highStep, low + (b.low - b.error), b.lowStep);
        return same(0, count);
    }

    private static void ramp(double[] to, int count, double high, double highStep, double low, double lowStep) {
        for (int i = 0; i < count; i++) {
            to[i] = (highStep * INDEX[i] + high) + (lowStep * INDEX[i] + low);
        }
    }

    int floatRamp(RampBlock b, int from, int count) {
        double start = b.highStep * (from - b.origin);
        floatRamp(floatAbove, count, start + (b.high + b.error), b.highStep);
        floatRamp(floatBelow, count, start + (b.high - b.error), b.highStep);
        return floatSame(0, count);
    }

    private static void floatRamp(float[] to, int count, double high, double step) {
        for (int i = 0; i < count; i++) {
            to[i] = (float) (step * INDEX[i] + high);
        }
    }

    /** At the indices of the weights. */
    int weighted(WeightBlock b, int from, int to) {
        int begin = b.weightFrom + from;
        int end = b.weightFrom + to;
        weighted(above, below, begin, end, b);
        return same(begin, end);
    }

    /** With a step there is no offset between weights and ramp; see {@link WeightBlock#weightFrom}. */
    private static void weighted(double[] above, double[] below, int begin, int end, WeightBlock b) {
        double[] weightHigh = b.weights.high();
        double[] weightLow = b.weights.low();
        double rest = b.rest;
        double high = b.high;
        double highStep = b.highStep;
        double low = b.low;
        double lowStep = b.lowStep;
        double restLow = b.restLow;
        double error = b.error;
        for (int i = begin; i < end; i++) {
            double h = highStep * INDEX[i] + high;
            double l = lowStep * INDEX[i] + low;
            double sum = h * weightHigh[i] + rest;
            double small = l * weightHigh[i] + ((h + l) * weightLow[i] + restLow);
            above[i] = sum + (small + error);
            below[i] = sum + (small - error);
        }
    }

    int floatWeighted(WeightBlock b, int from, int to) {
        int begin = b.weightFrom + from;
        int end = b.weightFrom + to;
        floatWeighted(floatAbove, begin, end, b, b.rest + b.error);
        floatWeighted(floatBelow, begin, end, b, b.rest - b.error);
        return floatSame(begin, end);
    }

    private static void floatWeighted(float[] to, int begin, int end, WeightBlock b, double rest) {
        double[] weights = b.weights.whole();
        double step = b.highStep;
        double high = b.high - step * b.origin;
        for (int i = begin; i < end; i++) {
            to[i] = (float) ((step * INDEX[i] + high) * weights[i] + rest);
        }
    }

    /** At the indices of the block. */
    int polynomial(PolynomialBlock b, int from, int to) {
        for (int i = from; i < to; i++) {
            double h = b.high(INDEX[i]);
            double l = b.low(INDEX[i]);
            above[i] = h + (l + b.error);
            below[i] = h + (l - b.error);
        }
        return same(from, to);
    }

    int floatPolynomial(PolynomialBlock b, int from, int to) {
        for (int i = from; i < to; i++) {
            double r = b.whole(INDEX[i]);
            floatAbove[i] = (float) (r + b.error);
            floatBelow[i] = (float) (r - b.error);
        }
        return floatSame(from, to);
    }
}
