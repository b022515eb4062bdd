package io.github.cycliclr.kernel;

import java.util.Arrays;

/**
 * The best kernels, once they are fast: scalar until then.
 *
 * <p>Vector code that the JIT compiler has not compiled yet is thousands of times slower than scalar code, and to load the
 * Vector API takes longer than to fill a million elements. So nothing of it is touched until a process has filled so much
 * that it is worth it; then a thread in the background calls the kernels until they are compiled, and they take over.
 * The bits are the same before and after.
 */
final class WarmingKernels implements Kernels {
    /** About 10 ms of scalar work, of which programs that fill little never see the end. */
    private static final long ENOUGH = 1L << 24;

    /** Blocks of this length are called until they take less than a nanosecond an element, some hundred times ... */
    private static final int LENGTH = 256;

    private static final int FAST_CALLS = 200;

    /**
     * ... or until so much time has passed: then it stays scalar. Some ten times what it takes where others keep the
     * processor busy. (To compare with the scalar kernels would mislead the compiler, which has seen them at other work.)
     */
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    /** Who waits for it does so no longer. */
    private static final long WAIT_MILLIS = 2000;

    static final WarmingKernels INSTANCE = new WarmingKernels();

    private volatile Kernels current = ScalarKernels.INSTANCE;
    /** Races lose some counts, which does not matter. */
    private long filled;

    private Thread background;

    private WarmingKernels() {}

    /** Of the kernels that it comes to. */
    @Override
    public String description() {
        return KernelChoice.lasting().kernels().description();
    }

    @Override
    public int streamingCopy() {
        return current.streamingCopy();
    }

    @Override
    public boolean keepUpWithMemory() {
        return current.keepUpWithMemory();
    }

    @Override
    public int ramp(RampBlock block, double[] out, int offset, int from, int to) {
        return counted(to - from).ramp(block, out, offset, from, to);
    }

    @Override
    public int ramp(RampBlock block, float[] out, int offset, int from, int to) {
        return counted(to - from).ramp(block, out, offset, from, to);
    }

    @Override
    public int weighted(WeightBlock block, double[] out, int offset, int from, int to) {
        return counted(to - from).weighted(block, out, offset, from, to);
    }

    @Override
    public int weighted(WeightBlock block, float[] out, int offset, int from, int to) {
        return counted(to - from).weighted(block, out, offset, from, to);
    }

    @Override
    public int polynomial(PolynomialBlock block, double[] out, int offset, int from, int to) {
        return counted(to - from).polynomial(block, out, offset, from, to);
    }

    @Override
    public int polynomial(PolynomialBlock block, float[] out, int offset, int from, int to) {
        return counted(to - from).polynomial(block, out, offset, from, to);
    }

    boolean isWarm() {
        return current != ScalarKernels.INSTANCE;
    }

    private Kernels counted(int elements) {
        Kernels kernels = current;
        if (kernels == ScalarKernels.INSTANCE && filled < ENOUGH) {
            filled += elements;
            if (filled >= ENOUGH) {
                background();
            }
        }
        return kernels;
    }

    /** Has the best kernels compiled, and waits for it, but not longer than is worth it. */
    void warmUp() {
        try {
            background().join(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread that has the best kernels compiled, begun if it was not. */
    private synchronized Thread background() {
        if (background == null) {
            filled = ENOUGH;
            background = new Thread(this::compile, "cycliclr-warm-up");
            background.setDaemon(true);
            background.start();
        }
        return background;
    }

    private void compile() {
        Kernels best = KernelChoice.lasting().kernels();
        if (best == ScalarKernels.INSTANCE) {
            return;
        }
        double[] doubles = new double[LENGTH];
        float[] floats = new float[LENGTH];
        RampBlock ramp = new RampBlock();
        ramp.high = 1;
        ramp.highStep = 0x1p-20;
        ramp.tie = Double.NaN;
        RampBlock tied = new RampBlock(); // at 100, so that turns with ties are compiled too
        tied.high = 1;
        tied.highStep = 0x1p-20;
        tied.low = 0x1p-53 - 100 * 0x1p-60;
        tied.lowStep = 0x1p-60;
        tied.error = 0x1p-62;
        tied.tie = 0.75;
        double[] weights = new double[LENGTH];
        Arrays.fill(weights, 1);
        WeightBlock level = weights(weights, 0);
        WeightBlock weighted = weights(weights, 0x1p-20);
        PolynomialBlock exact = new PolynomialBlock();
        exact.high0 = exact.most = 2;
        PolynomialBlock whole = new PolynomialBlock();
        whole.low0 = whole.most = 1.5;
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (int fast = 0; fast < FAST_CALLS; ) {
            long begin = System.nanoTime();
            if (begin > end) {
                return;
            }
            best.ramp(ramp, doubles, 0, 0, LENGTH);
            best.ramp(ramp, floats, 0, 0, LENGTH);
            best.ramp(tied, doubles, 0, 0, LENGTH);
            best.weighted(level, doubles, 0, 0, LENGTH);
            best.weighted(level, floats, 0, 0, LENGTH);
            best.weighted(weighted, doubles, 0, 0, LENGTH);
            best.weighted(weighted, floats, 0, 0, LENGTH);
            best.polynomial(exact, doubles, 0, 0, LENGTH);
            best.polynomial(whole, floats, 0, 0, LENGTH);
            fast = System.nanoTime() - begin < 9 * LENGTH ? fast + 1 : 0;
        }
        current = best;
    }

    private static WeightBlock weights(double[] weights, double step) {
        WeightBlock block = new WeightBlock();
        block.rest = 1;
        block.high = 1;
        block.highStep = step;
        block.ulps = 32;
        block.weights = new WeightBlock.Weights(weights, weights, new double[LENGTH]);
        return block;
    }
}
