package io.github.cycliclr.jmh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeasurementTest {
    @Test
    void comparesWithArraysFillAndTextbookOfTheSameRun() throws IOException {
        List<String> lines = MeasurementTable.lines(measurements(
                result("arrays_fill", "[10, 100, 109], [99], [101]"),
                result("textbook", "[1910, 2000, 2009], [1999], [2001]"),
                result("vector", "[35, 125, 134], [124], [126]")));
        assertTrue(
                lines.contains("| schedule triangular/cycle | 1000 | vector | 125.0 | 124.0 – 126.0 | 0.125 | 64.0"
                        + " | 0.80 (0.80 – 0.80) | 16.0 (15.9 – 16.1) |"),
                lines::toString);
    }

    @Test
    void ratioIsTheMedianOfTheRatiosOfAllRounds() throws IOException {
        List<Measurement> all =
                measurements(result("arrays_fill", "[100], [200], [300]"), result("vector", "[100], [100], [300]"));
        assertEquals(200, all.get(0).nanos());
        assertEquals(100, all.get(1).nanos());
        assertEquals(1, all.get(1).timesAsFastAs(all.get(0)));
    }

    @Test
    void medianOfTwoRoundsIsTheirMean() throws IOException {
        List<Measurement> all = measurements(result("arrays_fill", "[100], [200]"), result("vector", "[100], [100]"));
        assertEquals(150, all.get(0).nanos());
        assertEquals(1.5, all.get(1).timesAsFastAs(all.get(0)));
    }

    @Test
    void differentNumbersOfForksAreComparedByTheirMedians() throws IOException {
        List<Measurement> all = measurements(result("textbook", "[100], [300], [200]"), result("vector", "[50]"));
        assertEquals(4, all.get(1).timesAsFastAs(all.get(0)));
    }

    @Test
    void rejectsOtherUnits() {
        String result = result("vector", "[1]").replace("ns/op", "ops/ns");
        assertThrows(IllegalArgumentException.class, () -> measurements(result));
    }

    private static List<Measurement> measurements(String... results) throws IOException {
        return Measurement.all(new ObjectMapper().readTree(List.of(results).toString()));
    }

    private static String result(String evaluator, String forks) {
        return """
                {"benchmark": "io.github.cycliclr.jmh.DoubleFill.fill", "jdkVersion": "25",
                 "params": {"evaluator": "%s", "schedule": "triangular/cycle", "size": "1000"},
                 "primaryMetric": {"scoreUnit": "ns/op", "rawData": [%s]}}
                """.formatted(evaluator, forks);
    }
}
