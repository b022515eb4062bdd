package io.github.cycliclr.sweep.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.sweep.plot.Axis.Tick;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class AxisTest {
    @Test
    void ticksAreRoundNumbers() {
        Axis axis = Axis.linear("iteration", 0, 20_000);
        assertEquals(List.of("0", "5,000", "10,000", "15,000", "20,000"), names(axis));
        assertEquals("iteration", axis.title());
    }

    @Test
    void farOutTicksAreNamedFromAnOffset() {
        Axis axis = Axis.linear("iteration", 1e12, 1e12 + 20_000);
        assertEquals(List.of("0", "5,000", "10,000", "15,000", "20,000"), names(axis));
        assertEquals("iteration \u2212 1,000,000,000,000", axis.title());
    }

    @Test
    void fractionsThatDifferInLateDigitsAreNamedFromAnOffset() {
        Axis axis = Axis.linear("rate", 0.12345678901, 0.12345678908);
        assertEquals("rate \u2212 0.12345678", axis.title().substring(0, 17));
        assertEquals(names(axis).stream().distinct().toList(), names(axis));
        assertEquals(
                "rate + 1,000,000,000", Axis.linear("rate", -1e9, -1e9 + 10).title());
    }

    @Test
    void lastTickIsNamedWhereAnEndMissesItByLittle() {
        Axis axis = Axis.linear("iteration", 0, 9_999);
        assertEquals("10,000", names(axis).get(names(axis).size() - 1));
        assertEquals(10_000, axis.high());
    }

    @Test
    void axisAroundValuesEndsAtTicks() {
        Axis axis = Axis.around("rate", DoubleStream.of(0.0012, 0.0587, Double.POSITIVE_INFINITY));
        assertEquals(List.of("0", "0.01", "0.02", "0.03", "0.04", "0.05", "0.06"), names(axis));
        assertEquals(0.06, axis.high());
    }

    @Test
    void logarithmicAxisSaysSoAndHasMinorTicks() {
        Axis axis = Axis.linearOrLogarithmic("rate", DoubleStream.of(0.0015, 0.08));
        assertEquals("rate, logarithmic", axis.title());
        assertEquals(
                List.of("0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1"),
                names(axis).stream().filter(name -> !name.isEmpty()).toList());
        assertEquals(19, axis.ticks().size());
        assertEquals(0.5, axis.position(0.01), 1e-12);
        assertEquals(
                "rate",
                Axis.linearOrLogarithmic("rate", DoubleStream.of(0, 0.08)).title());
        List<String> wide = names(Axis.logarithmic("rate", 1e-300, 1e300));
        assertEquals("1e300", wide.get(wide.size() - 1));
        assertTrue(wide.size() <= 8, wide::toString);
    }

    private static List<String> names(Axis axis) {
        return axis.ticks().stream().map(Tick::name).toList();
    }
}
