package io.github.cycliclr.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.contract.Contract;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.ScalarKernels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vector kernels keep the contract; run once for each vector width. */
class VectorKernelsTest {
    private static final long VALUES = Long.getLong("contract.values");

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
}
