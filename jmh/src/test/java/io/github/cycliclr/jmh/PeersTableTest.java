package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PeersTableTest {
    private static final List<AccuracyRow> ACCURACY = AccuracyRow.of(List.of(
            "evaluator,schedule,first,ulps,failure",
            "pytorch,triangular/cycle,0,68,",
            "pytorch,triangular/cycle,1000000,1621295801428869,",
            "pytorch,triangular/cycle,1000000000,,pytorch failed: OverflowError",
            "pytorch,triangular2/cycle,0,17,",
            "textbook,triangular/cycle,0,69,"));

    @Test
    void joinsSpeedAndAccuracy() {
        List<ResultRow> rows =
                List.of(row("arrays_fill", 1_000, 250), row("textbook", 1_000, 2_000), row("pytorch", 10, 80_000));
        List<String> lines = PeersTable.of(rows, ACCURACY);
        assertTrue(lines.contains("| arrays_fill | 0.250 | 32.0 | 1.00 | 8.00 |  |  |  |"), lines::toString);
        assertTrue(lines.contains("| textbook | 2.000 | 4.00 | 0.125 | 1.00 | 69 |  |  |"), lines::toString);
        assertTrue(
                lines.contains("| pytorch | 8000.000 | 0.00100 | 3.13e-05 | 0.000250 | 68 | 1.6e+15"
                        + " | pytorch failed: OverflowError |"),
                lines::toString);
    }

    @Test
    void thereIsNoTableWithoutPeers() {
        assertEquals(List.of(), PeersTable.of(List.of(), ACCURACY));
    }

    private static ResultRow row(String evaluator, int size, double nanos) {
        Map<String, String> parameters = Map.of(
                "evaluator",
                evaluator,
                "first",
                "0",
                "schedule",
                "triangular/cycle",
                "size",
                "" + size,
                "steps",
                "2/2");
        return new ResultRow("DoubleFill", new TreeMap<>(parameters), List.of(nanos), Double.NaN);
    }
}
