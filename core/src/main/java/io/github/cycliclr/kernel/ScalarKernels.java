package io.github.cycliclr.kernel;

import java.util.Arrays;

/**
 * Plain loops, for every JVM and every processor: no Vector API, and no fma, which some have to emulate.
 *
 * <p>Long runs go chunk by chunk through loops without branches, which the JIT compiler vectorises by itself: one end of
 * the bracket is rounded into the output, the other into a buffer, and then both are compared.
 */
public final class ScalarKernels implements Kernels {
    /** There is nothing to tell two apart. */
    public static final ScalarKernels INSTANCE = new ScalarKernels();

    /** Buffer and output stay in the L1 cache. */
    private static final int CHUNK = 1024;

    /** From here on a chunk's call pays. */
    private static final int SHORT = 48;

    /** 0, 1, 2, ... as doubles: a conversion in the loop keeps JDK 17 from vectorising it. */
    private static final double[] INDEX = new double[CHUNK];

    static {
        Arrays.setAll(INDEX, i -> i);
    }

    /** The other ends of the brackets of a chunk. */
    private static final ThreadLocal<Buffers> BUFFERS = ThreadLocal.withInitial(Buffers::new);

    private static final class Buffers {
        final double[] doubles = new double[CHUNK];
        final float[] floats = new float[CHUNK];
    }

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
    public int ramp(RampBlock b, double[] out, int offset, int from, int to) {
        double above = b.low + b.error;
        double below = b.low - b.error;
        if (to - from >= SHORT) {
            double[] others = BUFFERS.get().doubles;
            for (int at = from; at < to; at += CHUNK) {
                int count = Math.min(CHUNK, to - at);
                double start = b.highStep * at + b.high;
                double lowStart = b.lowStep * at;
                ramp(start, b.highStep, lowStart + above, b.lowStep, out, offset + at, count);
                ramp(start, b.highStep, lowStart + below, b.lowStep, others, 0, count);
                int first = Arrays.mismatch(out, offset + at, offset + at + count, others, 0, count);
                if (first >= 0) {
                    int end = rampBySteps(b, out, offset, at + first, at + count);
                    if (end < at + count) {
                        return end;
                    }
                }
            }
            return to;
        }
        return rampBySteps(b, out, offset, from, to);
    }

    private static void ramp(
            double high, double highStep, double low, double lowStep, double[] out, int offset, int count) {
        for (int j = 0; j < count; j++) {
            out[offset + j] = (highStep * INDEX[j] + high) + (lowStep * INDEX[j] + low);
        }
    }

    private static int rampBySteps(RampBlock b, double[] out, int offset, int from, int to) {
        double above = b.low + b.error;
        double below = b.low - b.error;
        for (int j = from; j < to; j++) {
            double h = b.highStep * j + b.high;
            double l = b.lowStep * j;
            double value = h + (l + above);
            if (value != h + (l + below)) {
                value = h + ((l + b.low + b.tie) - b.tie);
                if (Double.isNaN(value)) {
                    return j;
                }
            }
            out[offset + j] = value;
        }
        return to;
    }

    @Override
    public int ramp(RampBlock b, float[] out, int offset, int from, int to) {
        double above = b.high + b.error;
        double below = b.high - b.error;
        if (to - from >= SHORT) {
            float[] others = BUFFERS.get().floats;
            for (int at = from; at < to; at += CHUNK) {
                int count = Math.min(CHUNK, to - at);
                double start = b.highStep * at;
                ramp(start + above, b.highStep, out, offset + at, count);
                ramp(start + below, b.highStep, others, 0, count);
                int first = Arrays.mismatch(out, offset + at, offset + at + count, others, 0, count);
                if (first >= 0) {
                    int end = rampBySteps(b, out, offset, at + first, at + count);
                    if (end < at + count) {
                        return end;
                    }
                }
            }
            return to;
        }
        return rampBySteps(b, out, offset, from, to);
    }

    private static void ramp(double high, double step, float[] out, int offset, int count) {
        for (int j = 0; j < count; j++) {
            out[offset + j] = (float) (step * INDEX[j] + high);
        }
    }

    private static int rampBySteps(RampBlock b, float[] out, int offset, int from, int to) {
        double above = b.high + b.error;
        double below = b.high - b.error;
        for (int j = from; j < to; j++) {
            double r = b.highStep * j;
            float value = (float) (r + above);
            if (value != (float) (r + below)) {
                value = (float) ((r + b.high + b.tie) - b.tie);
                if (Float.isNaN(value)) {
                    return j;
                }
            }
            out[offset + j] = value;
        }
        return to;
    }

    @Override
    public int weighted(WeightBlock b, double[] out, int offset, int from, int to) {
        if (to - from >= SHORT) {
            double[] others = BUFFERS.get().doubles;
            for (int at = from; at < to; at += CHUNK) {
                int count = Math.min(CHUNK, to - at);
                if (b.slope == 0) {
                    weighted(b, b.restLow + b.error, at, out, offset + at, count);
                    weighted(b, b.restLow - b.error, at, others, 0, count);
                } else {
                    ramped(b, b.restLow + b.error, at, out, offset + at, count);
                    ramped(b, b.restLow - b.error, at, others, 0, count);
                }
                int first = Arrays.mismatch(out, offset + at, offset + at + count, others, 0, count);
                if (first >= 0) {
                    int end = weightedBySteps(b, out, offset, at + first, at + count);
                    if (end < at + count) {
                        return end;
                    }
                }
            }
            return to;
        }
        return weightedBySteps(b, out, offset, from, to);
    }

    private static void weighted(WeightBlock b, double restLow, int from, double[] out, int offset, int count) {
        double rest = b.rest;
        double level = b.level;
        double levelHigh = b.levelHigh;
        double levelLow = b.levelLow;
        double[] wHigh = b.weights.wHigh();
        double[] wLow = b.weights.wLow();
        int w = b.weightFrom + from;
        for (int j = 0; j < count; j++) {
            out[offset + j] =
                    (levelHigh * wHigh[w + j] + rest) + (levelLow * wHigh[w + j] + (level * wLow[w + j] + restLow));
        }
    }

    private static void ramped(WeightBlock b, double restLow, int from, double[] out, int offset, int count) {
        double rest = b.rest;
        double level = b.level;
        double levelHigh = b.levelHigh;
        double levelLow = b.levelLow;
        double slope = b.slope;
        double slopeHigh = b.slopeHigh;
        double slopeLow = b.slopeLow;
        double[] wHigh = b.weights.wHigh();
        double[] wLow = b.weights.wLow();
        double[] vHigh = b.weights.vHigh();
        double[] vLow = b.weights.vLow();
        int w = b.weightFrom + from;
        for (int j = 0; j < count; j++) {
            double h = slopeHigh * vHigh[w + j] + (levelHigh * wHigh[w + j] + rest);
            double l = slope * vLow[w + j] + (level * wLow[w + j] + restLow);
            out[offset + j] = h + (slopeLow * vHigh[w + j] + (levelLow * wHigh[w + j] + l));
        }
    }

    private static int weightedBySteps(WeightBlock b, double[] out, int offset, int from, int to) {
        WeightBlock.Weights weights = b.weights;
        for (int j = from; j < to; j++) {
            int i = b.weightFrom + j;
            double wHigh = weights.wHigh()[i];
            double h = b.levelHigh * wHigh + b.rest;
            double l = b.levelLow * wHigh + (b.level * weights.wLow()[i] + b.restLow);
            if (b.slope != 0) {
                double vHigh = weights.vHigh()[i];
                h += b.slopeHigh * vHigh;
                l += b.slopeLow * vHigh + b.slope * weights.vLow()[i];
            }
            double value = h + (l + b.error);
            if (value != h + (l - b.error)) {
                return j;
            }
            out[offset + j] = value;
        }
        return to;
    }

    @Override
    public int weighted(WeightBlock b, float[] out, int offset, int from, int to) {
        if (to - from >= SHORT) {
            float[] others = BUFFERS.get().floats;
            for (int at = from; at < to; at += CHUNK) {
                int count = Math.min(CHUNK, to - at);
                if (b.slope == 0) {
                    weighted(b, b.rest + b.error, at, out, offset + at, count);
                    weighted(b, b.rest - b.error, at, others, 0, count);
                } else {
                    ramped(b, b.rest + b.error, at, out, offset + at, count);
                    ramped(b, b.rest - b.error, at, others, 0, count);
                }
                int first = Arrays.mismatch(out, offset + at, offset + at + count, others, 0, count);
                if (first >= 0) {
                    int end = weightedBySteps(b, out, offset, at + first, at + count);
                    if (end < at + count) {
                        return end;
                    }
                }
            }
            return to;
        }
        return weightedBySteps(b, out, offset, from, to);
    }

    private static void weighted(WeightBlock b, double rest, int from, float[] out, int offset, int count) {
        double level = b.level;
        double[] weights = b.weights.w();
        int w = b.weightFrom + from;
        for (int j = 0; j < count; j++) {
            out[offset + j] = (float) (level * weights[w + j] + rest);
        }
    }

    private static void ramped(WeightBlock b, double rest, int from, float[] out, int offset, int count) {
        double level = b.level;
        double slope = b.slope;
        double[] weights = b.weights.w();
        double[] rising = b.weights.v();
        int w = b.weightFrom + from;
        for (int j = 0; j < count; j++) {
            out[offset + j] = (float) (slope * rising[w + j] + (level * weights[w + j] + rest));
        }
    }

    private static int weightedBySteps(WeightBlock b, float[] out, int offset, int from, int to) {
        for (int j = from; j < to; j++) {
            int i = b.weightFrom + j;
            double sum = b.level * b.weights.w()[i] + b.rest;
            if (b.slope != 0) {
                sum += b.slope * b.weights.v()[i];
            }
            float value = (float) (sum + b.error);
            if (value != (float) (sum - b.error)) {
                return j;
            }
            out[offset + j] = value;
        }
        return to;
    }
}
