package io.github.cycliclr.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The choice where there are no vector kernels: core alone. */
class KernelChoiceTest {
    @AfterEach
    void forceNothing() {
        System.clearProperty(KernelChoice.PROPERTY);
    }

    @Test
    void isScalarAndSaysWhy() {
        KernelChoice choice = KernelChoice.best();
        assertEquals("scalar", choice.name());
        assertEquals("no provider of vector kernels is present", choice.reason());
    }

    @Test
    void canBeForced() {
        System.setProperty(KernelChoice.PROPERTY, "scalar");
        assertEquals(
                "forced by -Dcycliclr.evaluator=scalar", KernelChoice.best().reason());
    }

    @Test
    void mustBeOneThatIsKnown() {
        System.setProperty(KernelChoice.PROPERTY, "vectr");
        var thrown = assertThrows(IllegalStateException.class, KernelChoice::best);
        assertEquals("-Dcycliclr.evaluator=vectr is unknown; it must be vector or scalar", thrown.getMessage());
    }

    @Test
    void failsLoudlyWhereTheForcedOneIsNotThere() {
        System.setProperty(KernelChoice.PROPERTY, "vector");
        var thrown = assertThrows(IllegalStateException.class, KernelChoice::best);
        assertEquals(
                "-Dcycliclr.evaluator=vector cannot be had: no provider of vector kernels is present; "
                        + "scalar is always available",
                thrown.getMessage());
    }
}
