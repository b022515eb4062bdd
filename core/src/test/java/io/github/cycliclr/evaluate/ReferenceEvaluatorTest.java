package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.contract.HardCases;
import io.github.cycliclr.contract.HardCases.Case;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceEvaluatorTest {
    @ParameterizedTest
    @EnumSource
    void staysWithinTheToleranceThatIsDerivedForIt(Kind kind) {
        HardCases cases = new HardCases(20267);
        int compared = 0;
        for (int i = 0; i < 30_000; i++) {
            Case next = cases.next(kind, 1);
            long n = next.first();
            ReferenceEvaluator reference = new ReferenceEvaluator(next.shape());
            double tolerance = reference.tolerance(next.curve(), n);
            double value = reference.valueAt(next.curve(), n);
            double real = new ExactEvaluator(next.shape()).valueAt(next.curve(), n);
            if (Double.isFinite(tolerance) && Double.isFinite(real)) {
                double off = new BigDecimal(value)
                        .subtract(new BigDecimal(real))
                        .abs()
                        .doubleValue();
                assertTrue(
                        off <= tolerance + Math.ulp(real) / 2,
                        () -> value + " for " + real + " +- " + tolerance + " at " + n + " of " + next);
                compared++;
            }
        }
        assertTrue(compared > 10_000, compared + " compared");
    }

    @Test
    void hasTheErrorOfItsArithmetic() {
        // PyTorch's peak at steps of 4 and 6 comes out below max_lr; the real value is max_lr.
        Shape shape = new Shape(4, 6, Scaling.NONE);
        Curve curve = new Curve(0.001, 0.006);
        assertEquals(0.005999999999999999, new ReferenceEvaluator(shape).valueAt(curve, 14));
        assertEquals(0.006, new ExactEvaluator(shape).valueAt(curve, 14));
    }
}
