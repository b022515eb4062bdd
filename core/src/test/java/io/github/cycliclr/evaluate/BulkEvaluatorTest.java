package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cycliclr.contract.Contract;
import io.github.cycliclr.contract.HardCases;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    void isCorrectlyRoundedInSmallFillsAnywhere(Kind kind) {
        Contract.smallAgainstExact(ScalarKernels.INSTANCE, kind, 202616, VALUES);
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

    @ParameterizedTest
    @EnumSource
    void sharesTheWorkOfAShapeWithoutATrace(Kind kind) {
        Contract.togetherAgainstAlone(ScalarKernels.INSTANCE, kind, 202611, 10 * VALUES);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsInParts(Kind kind) {
        Contract.inPartsAgainstWhole(ScalarKernels.INSTANCE, kind, 202614);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsToThreadsAtTheSameTime(Kind kind) throws InterruptedException {
        Contract.byThreadsAgainstAlone(ScalarKernels.INSTANCE, kind, 202615);
    }

    @Test
    void isCorrectlyRoundedWhereWholeBlocksAreOutOfTheOrdinary() {
        HardCases.ranges().forEach(range -> Contract.againstExact(ScalarKernels.INSTANCE, range, 202612, 300));
    }

    @Test
    void givesTheSameBitsInArraysOfAnySize() {
        HardCases.large().forEach(range -> Contract.largeAgainstSmall(ScalarKernels.INSTANCE, range));
    }

    @Test
    void refusesCurvesWithoutArrays() {
        BulkEvaluator bulk = BulkEvaluator.of(new Shape(1, 1, Scaling.NONE));
        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> bulk.fill(List.of(Curve.SHAPE, Curve.SHAPE), 0, new double[1][8], 0, 8));
        assertEquals("there are 2 curves and 1 arrays; there must be an array for each curve", thrown.getMessage());
    }
}
