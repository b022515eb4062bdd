package io.github.cycliclr.kernel;

import java.util.Arrays;

/**
 * Blocks that the warm-up calls kernels with until they are compiled. They have elements halfway between two numbers of the
 * type, whose rounding vectors do not prove; scalar code does, or does not either.
 *
 * <p>What no block does while a kernel is compiled ends its compiled code when the first block does it; and until it is
 * compiled again, which may take long, the kernel makes objects of vectors. What is rare and decided before a loop of vectors
 * begins, as values near underflow are, is left out.
 */
final class HalfwayBlocks {
    /** Elements of each block. */
    static final int LENGTH = 250;

    /** An element that is halfway. */
    static final int HALFWAY = 100;

    /** Of weights, another: of doubles halfway as well, of floats so near that scalar code proves it, but vectors do not. */
    static final int HALFWAY_TOO = LENGTH - 5;

    /** From one float to eight after it, and so little more that only every 256th element is halfway. */
    private static final double FLOAT_STEP = 0x1p-20 + 0x1p-31;

    private HalfwayBlocks() {}

    /** @param isTie whether all elements are halfway, and known to be ties */
    static RampBlock doubleRamp(boolean isTie) {
        RampBlock block = new RampBlock();
        block.high = 1;
        block.highStep = 0x1p-20;
        block.lowStep = isTie ? 0 : 0x1p-60;
        block.low = 0x1p-53 - HALFWAY * block.lowStep;
        block.error = 0x1p-62;
        block.tie = isTie ? 0x1.8p52 * 0x1p-53 : Double.NaN;
        return block;
    }

    /** @param isTie whether elements that are halfway are known to be ties */
    static RampBlock floatRamp(boolean isTie) {
        RampBlock block = new RampBlock();
        block.highStep = FLOAT_STEP;
        block.high = 1.25 + 0x1p-24 - HALFWAY * block.highStep;
        block.error = 0x1p-48;
        block.tie = isTie ? 0x1.8p52 * 0x1p-24 : Double.NaN;
        return block;
    }

    /** @param step of the ramp */
    static WeightBlock doubleWeights(double step) {
        double[] high = new double[LENGTH];
        Arrays.fill(high, 1);
        double[] low = new double[LENGTH];
        low[HALFWAY] = 0x1p-52;
        low[HALFWAY_TOO] = 0x1p-52 / (1 + (HALFWAY_TOO - HALFWAY) * step);
        WeightBlock block = weights(step, new WeightBlock.Weights(high, high, low));
        block.error = 0x1p-60;
        return block;
    }

    /** @param step of the ramp */
    static WeightBlock floatWeights(double step) {
        double[] whole = new double[LENGTH];
        Arrays.fill(whole, 1);
        whole[HALFWAY] = 1 + 0x1p-23;
        whole[HALFWAY_TOO] = (1 + 0x1p-23 + 0x1p-47) / (1 + (HALFWAY_TOO - HALFWAY) * step); // not quite halfway
        WeightBlock block = weights(step, new WeightBlock.Weights(whole, whole, whole));
        block.error = 0x1p-50;
        block.ulps = 32;
        return block;
    }

    private static WeightBlock weights(double step, WeightBlock.Weights weights) {
        WeightBlock block = new WeightBlock();
        block.rest = 1;
        block.high = 1 - HALFWAY * step;
        block.highStep = step;
        block.weights = weights;
        return block;
    }

    static PolynomialBlock doublePolynomial() {
        PolynomialBlock block = new PolynomialBlock();
        block.high0 = 2;
        block.low1 = 0x1p-60;
        block.low0 = 0x1p-52 - HALFWAY * block.low1;
        block.error = 0x1p-66;
        block.most = 3;
        return block;
    }

    static PolynomialBlock floatPolynomial() {
        PolynomialBlock block = new PolynomialBlock();
        block.low1 = FLOAT_STEP;
        block.low0 = 1.5 + 0x1p-24 - HALFWAY * block.low1;
        block.error = 0x1p-50;
        block.most = 1.75;
        return block;
    }
}
