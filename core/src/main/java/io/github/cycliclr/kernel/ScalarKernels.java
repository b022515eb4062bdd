package io.github.cycliclr.kernel;

import java.util.Arrays;

/**
 * Plain loops, for every JVM and every processor: no Vector API, and no fma, which some have to emulate.
 *
 * <p>Long runs go through loops without branches, which the JIT compiler vectorises by itself: both ends of the brackets
 * are rounded into buffers, which are compared and copied. All arrays of such a loop have the same index; otherwise the
 * compiler fears that what is written might be read in a later turn.
 */
public final class ScalarKernels implements Kernels {
    /** There is nothing to tell two apart. */
    public static final ScalarKernels INSTANCE = new ScalarKernels();

    /** Pieces of ramps: the buffers stay in the L1 cache. */
    private static final int CHUNK = 1024;

    /** From here on the buffers pay. */
    private static final int SHORT = 48;

    private ScalarKernels() {}

    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public int streamingCopy() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean keepUpWithMemory() {
        return false;
    }

    @Override
    public int ramp(RampBlock block, double[] out, int offset, int from, int to) {
        int at = from;
        while (to - at >= SHORT) {
            int count = Math.min(CHUNK, to - at);
            Buffers buffers = Buffers.get();
            int same = buffers.ramp(block, at, count);
            System.arraycopy(buffers.above, 0, out, offset + at, same);
            at += same;
            if (same < count) { // where there is one there may be many
                int some = Math.min(to, at + SHORT);
                at = rampBySteps(block, out, offset, at, some);
                if (at < some) {
                    return at;
                }
            }
        }
        return rampBySteps(block, out, offset, at, to);
    }

    private static int rampBySteps(RampBlock b, double[] out, int offset, int from, int to) {
        for (int j = from; j < to; j++) {
            if (!step(b, out, offset, j)) {
                return j;
            }
        }
        return to;
    }

    /** Element j of a ramp, as a double, without the loop that takes longer than one; whether it is proven, and written. */
    public static boolean step(RampBlock b, double[] out, int offset, int j) {
        double h = b.highStep * j + b.high;
        double l = b.lowStep * j;
        double value = h + (l + (b.low + b.error));
        if (value != h + (l + (b.low - b.error))) {
            value = h + ((l + b.low + b.tie) - b.tie);
            if (Double.isNaN(value)) {
                return false;
            }
        }
        out[offset + j] = value;
        return true;
    }

    @Override
    public int ramp(RampBlock block, float[] out, int offset, int from, int to) {
        int at = from;
        while (to - at >= SHORT) {
            int count = Math.min(CHUNK, to - at);
            Buffers buffers = Buffers.get();
            int same = buffers.floatRamp(block, at, count);
            System.arraycopy(buffers.floatAbove, 0, out, offset + at, same);
            at += same;
            if (same < count) { // where there is one there may be many
                int some = Math.min(to, at + SHORT);
                at = rampBySteps(block, out, offset, at, some);
                if (at < some) {
                    return at;
                }
            }
        }
        return rampBySteps(block, out, offset, at, to);
    }

    private static int rampBySteps(RampBlock b, float[] out, int offset, int from, int to) {
        for (int j = from; j < to; j++) {
            if (!step(b, out, offset, j)) {
                return j;
            }
        }
        return to;
    }

    /** Element j of a ramp, as a float, without a loop; whether it is proven, and written. */
    public static boolean step(RampBlock b, float[] out, int offset, int j) {
        double r = b.highStep * (j - b.origin);
        float value = (float) (r + (b.high + b.error));
        if (value != (float) (r + (b.high - b.error))) {
            value = (float) ((r + b.high + b.tie) - b.tie);
            if (Float.isNaN(value)) {
                return false;
            }
        }
        out[offset + j] = value;
        return true;
    }

    @Override
    public int weighted(WeightBlock block, double[] out, int offset, int from, int to) {
        if (to - from < SHORT) {
            return weightedBySteps(block, out, offset, from, to);
        }
        Buffers buffers = Buffers.get();
        int same = buffers.weighted(block, from, to);
        System.arraycopy(buffers.above, block.weightFrom + from, out, offset + from, same);
        return from + same;
    }

    private static int weightedBySteps(WeightBlock b, double[] out, int offset, int from, int to) {
        double[] weightHigh = b.weights.high();
        double[] weightLow = b.weights.low();
        for (int j = from; j < to; j++) {
            double wHigh = weightHigh[b.weightFrom + j];
            double h = b.highStep * j + b.high;
            double l = b.lowStep * j + b.low;
            double low = l * wHigh + ((h + l) * weightLow[b.weightFrom + j] + b.restLow);
            double sum = h * wHigh + b.rest;
            double value = sum + (low + b.error);
            if (value != sum + (low - b.error)) {
                return j;
            }
            out[offset + j] = value;
        }
        return to;
    }

    @Override
    public int weighted(WeightBlock block, float[] out, int offset, int from, int to) {
        if (to - from < SHORT) {
            return weightedBySteps(block, out, offset, from, to);
        }
        Buffers buffers = Buffers.get();
        int same = buffers.floatWeighted(block, from, to);
        System.arraycopy(buffers.floatAbove, block.weightFrom + from, out, offset + from, same);
        return from + same;
    }

    private static int weightedBySteps(WeightBlock b, float[] out, int offset, int from, int to) {
        double[] weights = b.weights.whole();
        for (int j = from; j < to; j++) {
            double sum = (b.highStep * (j - b.origin) + b.high) * weights[b.weightFrom + j] + b.rest;
            float value = (float) (sum + b.error);
            if (value != (float) (sum - b.error)) {
                return j;
            }
            out[offset + j] = value;
        }
        return to;
    }

    @Override
    public int polynomial(PolynomialBlock block, double[] out, int offset, int from, int to) {
        if (to - from < SHORT) {
            return polynomialBySteps(block, out, offset, from, to);
        }
        Buffers buffers = Buffers.get();
        int same = buffers.polynomial(block, from, to);
        System.arraycopy(buffers.above, from, out, offset + from, same);
        return from + same;
    }

    private static int polynomialBySteps(PolynomialBlock b, double[] out, int offset, int from, int to) {
        for (int j = from; j < to; j++) {
            double h = high(b, j);
            double l = low(b, j);
            double value = h + (l + b.error);
            if (value != h + (l - b.error)) {
                return j;
            }
            out[offset + j] = value;
        }
        return to;
    }

    private static double high(PolynomialBlock b, double j) {
        return (b.high2 * j + b.high1) * j + b.high0;
    }

    private static double low(PolynomialBlock b, double j) {
        return (((((b.low6 * j + b.low5) * j + b.low4) * j + b.low3) * j + b.low2) * j + b.low1) * j + b.low0;
    }

    @Override
    public int polynomial(PolynomialBlock block, float[] out, int offset, int from, int to) {
        if (to - from < SHORT) {
            return polynomialBySteps(block, out, offset, from, to);
        }
        Buffers buffers = Buffers.get();
        int same = buffers.floatPolynomial(block, from, to);
        System.arraycopy(buffers.floatAbove, from, out, offset + from, same);
        return from + same;
    }

    private static int polynomialBySteps(PolynomialBlock b, float[] out, int offset, int from, int to) {
        for (int j = from; j < to; j++) {
            double r = whole(b, j);
            float value = (float) (r + b.error);
            if (value != (float) (r - b.error)) {
                return j;
            }
            out[offset + j] = value;
        }
        return to;
    }

    private static double whole(PolynomialBlock b, double j) {
        return (((b.low4 * j + b.low3) * j + b.low2) * j + b.low1) * j + b.low0;
    }

    /** Both ends of brackets, rounded; each method returns how many elements, from the first, have two like ends. */
    private static final class Buffers {
        private static final ThreadLocal<Buffers> OF_THREAD = new ThreadLocal<>();

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

        static Buffers get() {
            Buffers buffers = OF_THREAD.get();
            if (buffers == null) {
                buffers = new Buffers();
                OF_THREAD.set(buffers);
            }
            return buffers;
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
                double h = high(b, INDEX[i]);
                double l = low(b, INDEX[i]);
                above[i] = h + (l + b.error);
                below[i] = h + (l - b.error);
            }
            return same(from, to);
        }

        int floatPolynomial(PolynomialBlock b, int from, int to) {
            for (int i = from; i < to; i++) {
                double r = whole(b, INDEX[i]);
                floatAbove[i] = (float) (r + b.error);
                floatBelow[i] = (float) (r - b.error);
            }
            return floatSame(from, to);
        }
    }
}
