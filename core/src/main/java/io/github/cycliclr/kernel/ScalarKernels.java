package io.github.cycliclr.kernel;

/**
 * Plain loops, for every JVM and every processor: no Vector API, and no fma, which some have to emulate.
 *
 * <p>Long runs go through {@link Brackets}, which are compared and copied.
 */
public final class ScalarKernels implements Kernels {
    /** There is nothing to tell two apart. */
    public static final ScalarKernels INSTANCE = new ScalarKernels();

    /** Pieces of ramps: the arrays of their brackets stay in the L1 cache. */
    private static final int CHUNK = 1024;

    /** From here on runs of brackets pay. */
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
            Brackets brackets = Brackets.get();
            int same = brackets.ramp(block, at, count);
            System.arraycopy(brackets.above, 0, out, offset + at, same);
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
            Brackets brackets = Brackets.get();
            int same = brackets.floatRamp(block, at, count);
            System.arraycopy(brackets.floatAbove, 0, out, offset + at, same);
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
        Brackets brackets = Brackets.get();
        int same = brackets.weighted(block, from, to);
        System.arraycopy(brackets.above, block.weightFrom + from, out, offset + from, same);
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
        Brackets brackets = Brackets.get();
        int same = brackets.floatWeighted(block, from, to);
        System.arraycopy(brackets.floatAbove, block.weightFrom + from, out, offset + from, same);
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
        Brackets brackets = Brackets.get();
        int same = brackets.polynomial(block, from, to);
        System.arraycopy(brackets.above, from, out, offset + from, same);
        return from + same;
    }

    private static int polynomialBySteps(PolynomialBlock b, double[] out, int offset, int from, int to) {
        for (int j = from; j < to; j++) {
            double h = b.high(j);
            double l = b.low(j);
            double value = h + (l + b.error);
            if (value != h + (l - b.error)) {
                return j;
            }
            out[offset + j] = value;
        }
        return to;
    }

    @Override
    public int polynomial(PolynomialBlock block, float[] out, int offset, int from, int to) {
        if (to - from < SHORT) {
            return polynomialBySteps(block, out, offset, from, to);
        }
        Brackets brackets = Brackets.get();
        int same = brackets.floatPolynomial(block, from, to);
        System.arraycopy(brackets.floatAbove, from, out, offset + from, same);
        return from + same;
    }

    private static int polynomialBySteps(PolynomialBlock b, float[] out, int offset, int from, int to) {
        for (int j = from; j < to; j++) {
            double r = b.whole(j);
            float value = (float) (r + b.error);
            if (value != (float) (r - b.error)) {
                return j;
            }
            out[offset + j] = value;
        }
        return to;
    }
}
