package io.github.cycliclr.evaluate;

import io.github.cycliclr.contract.Contract;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.kernel.ScalarKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulkEvaluatorTest {
    private static final long VALUES = Long.getLong("contract.values");

    @ParameterizedTest
    @EnumSource
    void isCorrectlyRounded(Kind kind) {
        Contract.againstExact(ScalarKernels.INSTANCE, kind, 20261, VALUES);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsInAnyChunks(Kind kind) {
        Contract.againstEachOther(ScalarKernels.INSTANCE, ScalarKernels.INSTANCE, kind, 20262, 10 * VALUES);
    }

    @ParameterizedTest
    @EnumSource
    void roundsTheScalingCorrectly(Kind kind) {
        Contract.scalingAgainstExact(ScalarKernels.INSTANCE, kind, 20269, VALUES);
    }
}
