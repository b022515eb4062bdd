package io.github.cycliclr.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.contract.Contract;
import io.github.cycliclr.contract.HardCases;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vector kernels keep the contract; run once for each vector width. */
class VectorKernelsTest {
    private static final long VALUES = Long.getLong("contract.values");
    private static final boolean IS_WORTH_IT = Species.DOUBLES.vectorBitSize() >= 256;

    private static Kernels vector;

    @BeforeAll
    static void vectorKernelsAreChosenAtAWidthThatWasAskedFor() {
        KernelChoice choice = KernelChoice.best();
        assertEquals("vector", choice.name(), choice.reason());
        vector = choice.kernels();
        int bits = Species.DOUBLES.vectorBitSize();
        assertEquals("vector, " + bits + " bits", vector.description());
        assertTrue(bits <= Integer.getInteger("most.vector.bits", bits), bits + " bits");
        System.out.println("Evaluator under test: " + vector.description());
    }

    @ParameterizedTest
    @EnumSource
    void areCorrectlyRounded(Kind kind) {
        Contract.againstExact(vector, kind, 20263, VALUES);
    }

    @ParameterizedTest
    @EnumSource
    void giveTheBitsOfTheScalarKernelsInAnyChunks(Kind kind) {
        Contract.againstEachOther(ScalarKernels.INSTANCE, vector, kind, 20264, 10 * VALUES);
    }

    @ParameterizedTest
    @EnumSource
    void roundTheScalingCorrectly(Kind kind) {
        Contract.scalingAgainstExact(vector, kind, 20269, VALUES);
    }

    @ParameterizedTest
    @EnumSource
    void shareTheWorkOfAShapeWithoutATrace(Kind kind) {
        Contract.togetherAgainstAlone(vector, kind, 202611, 10 * VALUES);
    }

    @ParameterizedTest
    @EnumSource
    void giveTheSameBitsInParts(Kind kind) {
        Contract.inPartsAgainstWhole(vector, kind, 202614);
    }

    @ParameterizedTest
    @EnumSource
    void giveTheSameBitsToThreadsAtTheSameTime(Kind kind) throws InterruptedException {
        Contract.byThreadsAgainstAlone(vector, kind, 202615);
    }

    @Test
    void areCorrectlyRoundedWhereWholeBlocksAreOutOfTheOrdinary() {
        HardCases.ranges().forEach(range -> Contract.againstExact(vector, range, 202612, 300));
    }

    @Test
    void giveTheSameBitsInArraysOfAnySize() {
        HardCases.large().forEach(range -> Contract.largeAgainstSmall(vector, range));
    }

    /**
     * The evaluator that nobody chose kernels for: scalar at first, vector once it is warm, however long the compiler takes.
     * Vectors of 128 bits are no faster than scalar code, so that it stays scalar with them.
     */
    @Test
    void takeOverWithoutATrace() {
        Shape shape = new Shape(3000, 2000, Scaling.of(Mode.EXP_RANGE, 0.99999, null));
        Curve curve = new Curve(0.001, 0.006);
        double[] expected = new double[1 << 19];
        BulkEvaluator.of(shape, ScalarKernels.INSTANCE).fill(curve, 0, expected);
        BulkEvaluator bulk = BulkEvaluator.of(shape);
        boolean tookOver = false;
        for (int i = 0; i < (IS_WORTH_IT ? 30_000 : 100) && !tookOver; i++) {
            double[] actual = new double[expected.length];
            bulk.fill(curve, 0, actual);
            assertArrayEquals(expected, actual);
            tookOver = KernelChoice.isWarm();
        }
        assertEquals(IS_WORTH_IT, tookOver);
    }

    @Test
    void takeOverWhenAsked() {
        for (int i = 0; i < 20 && !KernelChoice.isWarm(); i++) {
            KernelChoice.warmUp(); // which waits for as long as a caller would, and on a busy machine may not get there
        }
        assertEquals(IS_WORTH_IT, KernelChoice.isWarm());
    }
}
