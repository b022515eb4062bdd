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
    private static final int SIZE = 500;
    private static final KernelChoice SCALAR = new KernelChoice("scalar", ScalarKernels.INSTANCE, "no such module");
    private static final Workload TRIANGULAR = Workload.of("triangular/cycle", "7/3", 1, 0);

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
    void localFillersPassTheirCheckAndFailItWithOneWrongValue(String schedule) {
        Workload workload = Workload.of(schedule, "7/3", 0.9999999, 0);
        for (String name : new String[] {"arrays_fill", "arraycopy", "textbook", "portable", "bulk"}) {
            double[] doubles = new double[SIZE];
            Filler filler = Filler.of(name, workload, new Output(doubles), () -> SCALAR);
            assertDoesNotThrow(filler::fillAndCheck, name);
            doubles[SIZE - 1] = 7;
            assertThrows(IllegalStateException.class, filler::check, name);

            float[] floats = new float[SIZE];
            Filler ofFloats = Filler.of(name, workload, new Output(floats), () -> SCALAR);
            assertDoesNotThrow(ofFloats::fillAndCheck, name);
            floats[SIZE - 1] = 7;
            assertThrows(IllegalStateException.class, ofFloats::check, name);
        }
    }

    @Test
    void fillIsCheckedOnClearedArray() {
        double[] out = new double[SIZE];
        Output output = new Output(out);
        Runnable writesNothing = () -> {};
        Runnable check = () -> Roof.check(7, output);
        output.fill(7);
        Filler filler = new LocalFiller("writes nothing", output, writesNothing, check);
        assertDoesNotThrow(filler::check);
        assertThrows(IllegalStateException.class, filler::fillAndCheck);
    }

    @Test
    void coldBulkIsDescribedAsScalar() {
        assertEquals(
                "bulk (kernels: scalar)",
                CoreEvaluator.of("bulk", TRIANGULAR.shape(), () -> SCALAR).description());
    }

    @Test
    void vectorIsRefusedIfOnlyScalarKernelsRun() {
        Output output = new Output(new double[SIZE]);
        String message = assertThrows(
                        IllegalStateException.class, () -> Filler.of("vector", TRIANGULAR, output, () -> SCALAR))
                .getMessage();
        assertTrue(message.contains("no such module"), message);
    }
}
