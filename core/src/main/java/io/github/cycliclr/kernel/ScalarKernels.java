package io.github.cycliclr.kernel;

/** Plain loops, for every JVM and every processor: no Vector API, and no fma, which some have to emulate. */
public final class ScalarKernels implements Kernels {
    /** There is nothing to tell two apart. */
    public static final ScalarKernels INSTANCE = new ScalarKernels();

    private ScalarKernels() {}

    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public boolean ramp(Block b, double[] out, int offset, int length) {
        double high = b.high;
        double highStep = b.highStep;
        double above = b.low + b.error;
        double below = b.low - b.error;
        double lowStep = b.lowStep;
        boolean proven = true;
        for (int j = 0; j < length; j++) {
            double h = high + highStep * j;
            double l = lowStep * j;
            double value = h + (above + l);
            if (value != h + (below + l)) {
                value = Double.NaN;
                proven = false;
            }
            out[offset + j] = value;
        }
        return proven;
    }

    @Override
    public boolean ramp(Block b, float[] out, int offset, int length) {
        double above = b.high + b.error;
        double below = b.high - b.error;
        double step = b.highStep;
        boolean proven = true;
        for (int j = 0; j < length; j++) {
            double r = step * j;
            float value = (float) (above + r);
            if (value != (float) (below + r)) {
                value = Float.NaN;
                proven = false;
            }
            out[offset + j] = value;
        }
        return proven;
    }

    @Override
    public boolean product(Block b, double[] out, int offset, int length) {
        double high = b.high;
        double highStep = b.highStep;
        double low = b.low;
        double lowStep = b.lowStep;
        double error = b.error;
        double round = b.round;
        double roundLessRest = b.roundLessRest;
        double restLow = b.restLow;
        double[] weightHigh = b.weightHigh;
        double[] weightLow = b.weightLow;
        int from = b.weightFrom;
        boolean proven = true;
        for (int j = 0; j < length; j++) {
            double h = high + highStep * j;
            double l = low + lowStep * j;
            double g = weightHigh[from + j];
            double p = h * g;
            double rounded = p + round;
            double left = (p - (rounded - round)) + ExactProduct.error(h, g, p);
            left += l * g + (h * weightLow[from + j] + restLow);
            double sum = rounded - roundLessRest;
            double e = g * error;
            double value = sum + (left + e);
            if (value != sum + (left - e)) {
                value = Double.NaN;
                proven = false;
            }
            out[offset + j] = value;
        }
        return proven;
    }

    @Override
    public boolean product(Block b, float[] out, int offset, int length) {
        double above = b.high + b.error;
        double below = b.high - b.error;
        double step = b.highStep;
        double restAbove = b.rest + b.restError;
        double restBelow = b.rest - b.restError;
        double[] weights = b.weightHigh;
        int from = b.weightFrom;
        boolean proven = true;
        for (int j = 0; j < length; j++) {
            double g = weights[from + j];
            double r = step * j;
            float value = (float) (restAbove + (above + r) * g);
            if (value != (float) (restBelow + (below + r) * g)) {
                value = Float.NaN;
                proven = false;
            }
            out[offset + j] = value;
        }
        return proven;
    }
}
