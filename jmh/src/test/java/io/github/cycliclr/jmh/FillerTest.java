package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FillerTest {
    private static final KernelChoice SCALAR = new KernelChoice("scalar", ScalarKernels.INSTANCE, "no such module");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "triangular/cycle",
                "triangular2/cycle",
                "exp_range/cycle",
                "exp_range/iterations",
                "triangular2/iterations",
                "scale_fn/cycle",
                "scale_fn/iterations"
            })
    void everyFillerPassesItsCheck(String schedule) {
        Workload workload = Workload.of(schedule, "7/3", 0.9999999, 0);
        for (String name : new String[] {"arrays_fill", "arraycopy", "textbook", "portable", "bulk"}) {
            Filler filler = Filler.of(name, workload, 500, () -> SCALAR);
            double[] doubles = new double[500];
            filler.fill(doubles);
            assertDoesNotThrow(() -> filler.check(doubles), name);
            float[] floats = new float[500];
            filler.fill(floats);
            assertDoesNotThrow(() -> filler.check(floats), name);
            doubles[499] = 7;
            assertThrows(IllegalStateException.class, () -> filler.check(doubles), name);
            floats[499] = 7;
            assertThrows(IllegalStateException.class, () -> filler.check(floats), name);
        }
    }

    @Test
    void bulkIsCalledWhatItIsSoFar() {
        Workload workload = Workload.of("triangular/cycle", "7/3", 1, 0);
        assertEquals(
                "bulk (kernels: scalar)",
                Filler.of("bulk", workload, 500, () -> SCALAR).description());
    }

    @Test
    void vectorIsRefusedWhereOnlyScalarKernelsRun() {
        Workload workload = Workload.of("triangular/cycle", "7/3", 1, 0);
        String message = assertThrows(
                        IllegalStateException.class, () -> Filler.of("vector", workload, 500, () -> SCALAR))
                .getMessage();
        assertTrue(message.contains("no such module"), message);
    }
}
