package io.github.cycliclr.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The elements that are meant to be halfway are, for scalar kernels, which are the last to settle them. */
class HalfwayBlocksTest {
    private static final Kernels KERNELS = ScalarKernels.INSTANCE;

    private static final int LENGTH = HalfwayBlocks.LENGTH;

    private final double[] doubles = new double[LENGTH];

    private final float[] floats = new float[LENGTH];

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofRampsAreSettledIfTheyAreKnownToBeTies(boolean isTie) {
        List<Integer> expected = isTie ? List.of() : List.of(HalfwayBlocks.HALFWAY);
        RampBlock ofDoubles = HalfwayBlocks.doubleRamp(isTie);
        assertEquals(expected, unproven(ofDoubles, (b, j) -> KERNELS.ramp(b, doubles, 0, j, LENGTH)));
        RampBlock ofFloats = HalfwayBlocks.floatRamp(isTie);
        assertEquals(expected, unproven(ofFloats, (b, j) -> KERNELS.ramp(b, floats, 0, j, LENGTH)));
        // Of two floats, or doubles, as near, the even one.
        assertEquals(
                isTie ? (float) (ofFloats.high + HalfwayBlocks.HALFWAY * ofFloats.highStep) : 0,
                floats[HalfwayBlocks.HALFWAY]);
        assertEquals(isTie ? 1 + HalfwayBlocks.HALFWAY * 0x1p-20 : 0, doubles[HalfwayBlocks.HALFWAY]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0x1p-20})
    void ofWeightsAreNotSettled(double step) {
        List<Integer> both = List.of(HalfwayBlocks.HALFWAY, HalfwayBlocks.HALFWAY_TOO);
        assertEquals(
                both,
                unproven(HalfwayBlocks.doubleWeights(step), (b, j) -> KERNELS.weighted(b, doubles, 0, j, LENGTH)));
        assertEquals(
                List.of(HalfwayBlocks.HALFWAY),
                unproven(HalfwayBlocks.floatWeights(step), (b, j) -> KERNELS.weighted(b, floats, 0, j, LENGTH)));
    }

    /** What vectors have no more than its last 29 bits and a bound in ulps for. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0x1p-20})
    void ofFloatsAndWeightsAreSettledIfTheyAreOnlyNearlyHalfway(double step) {
        WeightBlock block = HalfwayBlocks.floatWeights(step);
        int j = HalfwayBlocks.HALFWAY_TOO;
        double value = (block.high + block.highStep * j) * block.weights.whole()[j] + block.rest;
        long lastBits = Double.doubleToRawLongBits(value) & ((1L << 29) - 1);
        long fromHalfway = Math.abs(lastBits - (1L << 28));
        assertTrue(fromHalfway > 0 && fromHalfway < block.ulps, () -> fromHalfway + " ulps from halfway");
    }

    @Test
    void ofPolynomialsAreNotSettled() {
        List<Integer> one = List.of(HalfwayBlocks.HALFWAY);
        assertEquals(
                one,
                unproven(HalfwayBlocks.doublePolynomial(), (b, j) -> KERNELS.polynomial(b, doubles, 0, j, LENGTH)));
        assertEquals(
                one, unproven(HalfwayBlocks.floatPolynomial(), (b, j) -> KERNELS.polynomial(b, floats, 0, j, LENGTH)));
    }

    private static <B> List<Integer> unproven(B block, ToIntBiFunction<B, Integer> kernel) {
        List<Integer> unproven = new ArrayList<>();
        for (int j = kernel.applyAsInt(block, 0); j < LENGTH; j = kernel.applyAsInt(block, j + 1)) {
            unproven.add(j);
        }
        return unproven;
    }
}
