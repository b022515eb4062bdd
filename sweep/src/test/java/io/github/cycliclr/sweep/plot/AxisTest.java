package io.github.cycliclr.sweep.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cycliclr.sweep.plot.Axis.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AxisTest {
    @Test
    void ticksAreRoundNumbers() {
        Axis axis = Axis.linear("iteration", 0, 20_000);
        assertEquals(List.of("0", "5,000", "10,000", "15,000", "20,000"), names(axis));
        assertEquals("iteration", axis.title());
    }

    @Test
    void farOutTheyAreNamedFromAnOffset() {
        Axis axis = Axis.linear("iteration", 1e12, 1e12 + 20_000);
        assertEquals(List.of("0", "5,000", "10,000", "15,000", "20,000"), names(axis));
        assertEquals("iteration \u2212 1,000,000,000,000", axis.title());
    }

    @Test
    void soAreFractionsThatDifferLate() {
        Axis axis = Axis.linear("rate", 0.12345678901, 0.12345678908);
        assertEquals("rate \u2212 0.12345678", axis.title().substring(0, 17));
        assertEquals(names(axis).stream().distinct().toList(), names(axis));
        assertEquals(
                "rate + 1,000,000,000", Axis.linear("rate", -1e9, -1e9 + 10).title());
    }

    private static List<String> names(Axis axis) {
        return axis.ticks().stream().map(Tick::name).toList();
    }
}
