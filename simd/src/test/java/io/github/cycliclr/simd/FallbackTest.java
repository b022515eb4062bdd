package io.github.cycliclr.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.contract.Contract;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where vectors cannot be had: the same bits, and a reason; run in a JVM for each way of not having them. */
class FallbackTest {
    private static final String REASON = System.getProperty("expected.reason");

    @AfterEach
    void forceNothing() {
        System.clearProperty(KernelChoice.PROPERTY);
    }

    @Test
    void isScalarAndSaysWhyInOneLine() {
        KernelChoice choice = KernelChoice.best();
        assertEquals("scalar", choice.name());
        assertTrue(choice.reason().startsWith(REASON), choice.reason());
        System.out.println("Evaluator under test: " + choice.kernels().description() + ", because " + choice.reason());
    }

    @Test
    void forcingVectorsFailsLoudly() {
        System.setProperty(KernelChoice.PROPERTY, "vector");
        var thrown = assertThrows(IllegalStateException.class, () -> BulkEvaluator.of(new Shape(1, 1, Scaling.NONE)));
        assertTrue(
                thrown.getMessage().startsWith("-Dcycliclr.evaluator=vector cannot be had: " + REASON),
                thrown.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSameBits(Kind kind) {
        Contract.againstExact(KernelChoice.best().kernels(), kind, 20263, Long.getLong("contract.values"));
    }
}
