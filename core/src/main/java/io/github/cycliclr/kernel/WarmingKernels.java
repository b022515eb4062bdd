package io.github.cycliclr.kernel;

import java.util.function.ToIntBiFunction;

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

    /** Rounds of blocks are filled until so many, enough for each method to be compiled, have been fast ... */
    private static final int FAST_ROUNDS = 20_000;

    /** Four times what a round takes on a Zen 5 once all is compiled, unless it has long ramps. */
    private static final int FAST_NANOS = 10_000;

    /** The length of ramps in some rounds: more than kernels do of a block at once. */
    private static final int LONG = 5000;

    /**
     * ... or until so much time has passed: then it stays scalar. Some five times what it takes where others keep the
     * processor busy. (To compare with the scalar kernels would mislead the compiler, which has seen them at other work.)
     */
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    /** Who waits for it does so no longer. */
    private static final long WAIT_MILLIS = 4000;

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
        double[] doubles = new double[LONG];
        float[] floats = new float[LONG];
        WeightBlock doubleLevel = HalfwayBlocks.doubleWeights(0);
        WeightBlock doubleWeights = HalfwayBlocks.doubleWeights(0x1p-20);
        WeightBlock floatLevel = HalfwayBlocks.floatWeights(0);
        WeightBlock floatWeights = HalfwayBlocks.floatWeights(0x1p-20);
        long end = System.nanoTime() + PATIENCE_NANOS;
        int fast = 0;
        for (int round = 0; fast < FAST_ROUNDS; round++) {
            long begin = System.nanoTime();
            if (begin > end) {
                return;
            }
            int from = round * 37 % (HalfwayBlocks.HALFWAY - 10);
            int to = HalfwayBlocks.LENGTH - round * 11 % (HalfwayBlocks.LENGTH - HalfwayBlocks.HALFWAY - 10);
            int rampTo = round % 16 == 0 ? LONG : to;
            for (boolean isTie : new boolean[] {false, true}) {
                whole(from, rampTo, HalfwayBlocks.doubleRamp(isTie), (b, j) -> best.ramp(b, doubles, 0, j, rampTo));
                whole(from, rampTo, HalfwayBlocks.floatRamp(isTie), (b, j) -> best.ramp(b, floats, 0, j, rampTo));
            }
            whole(from, to, doubleLevel, (b, j) -> best.weighted(b, doubles, 0, j, to));
            whole(from, to, doubleWeights, (b, j) -> best.weighted(b, doubles, 0, j, to));
            whole(from, to, floatLevel, (b, j) -> best.weighted(b, floats, 0, j, to));
            whole(from, to, floatWeights, (b, j) -> best.weighted(b, floats, 0, j, to));
            whole(from, to, HalfwayBlocks.doublePolynomial(), (b, j) -> best.polynomial(b, doubles, 0, j, to));
            whole(from, to, HalfwayBlocks.floatPolynomial(), (b, j) -> best.polynomial(b, floats, 0, j, to));
            if (System.nanoTime() - begin < FAST_NANOS) {
                fast++;
            }
        }
        current = best;
    }

    /** A block from one element to another, as a fill has it: past each that is not proven. */
    private static <B> void whole(int from, int to, B block, ToIntBiFunction<B, Integer> kernel) {
        for (int j = from; j < to; j++) {
            j = kernel.applyAsInt(block, j);
        }
    }
}
