package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cycliclr.kernel.KernelChoice;
import java.lang.reflect.Array;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestMethodOrder(OrderAnnotation.class)
final class FillerTest {
    private static final int SIZE = 500;
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
            for (Object array : new Object[] {new double[SIZE], new float[SIZE]}) {
                Filler filler = Filler.of(name, workload, new Output(array));
                assertDoesNotThrow(filler::fillAndCheck, name);
                Array.setFloat(array, SIZE - 1, 7);
                assertThrows(IllegalStateException.class, filler::check, name);
            }
        }
    }

    @Test
    void fillIsCheckedOnClearedArray() {
        Output output = new Output(new double[SIZE]);
        Filler filler = new LocalFiller("writes nothing", output, () -> {}, () -> Roof.check(7, output));
        output.fill(7);
        assertDoesNotThrow(filler::check);
        assertThrows(IllegalStateException.class, filler::fillAndCheck);
    }

    @Test
    @Order(1) // Kernels are compiled once per JVM, by the test above.
    void bulkIsDescribedByTheKernelsThatRun() {
        CoreEvaluator bulk = CoreEvaluator.of("bulk", TRIANGULAR.shape());
        assertEquals("bulk (kernels: scalar)", bulk.description());
        CoreEvaluator.warm("bulk", TRIANGULAR.shape());
        assertEquals("bulk (kernels: " + KernelChoice.lasting().kernels().description() + ")", bulk.description());
    }

    @Test
    void vectorIsRefusedIfOnlyScalarKernelsRun() {
        Output output = new Output(new double[SIZE]);
        System.setProperty(KernelChoice.PROPERTY, "scalar");
        try {
            String message = assertThrows(IllegalStateException.class, () -> Filler.of("vector", TRIANGULAR, output))
                    .getMessage();
            assertEquals("no vector kernels run here: forced by -Dcycliclr.evaluator=scalar", message);
        } finally {
            System.clearProperty(KernelChoice.PROPERTY);
        }
    }
}
