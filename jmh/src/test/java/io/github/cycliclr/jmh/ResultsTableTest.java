package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultsTableTest {
    @Test
    void comparesWithTheRoofAndTheTextbookOfTheSameRun() throws IOException {
        String json =
                "[" + result("arrays_fill", 100) + "," + result("textbook", 2_000) + "," + result("vector", 125) + "]";
        List<String> log = List.of("# Evaluator: vector (512 bits)", "noise", "# Evaluator: vector (512 bits)");
        List<String> lines = ResultsTable.section(new ObjectMapper().readTree(json), log);
        assertTrue(lines.contains("- Evaluator: vector (512 bits)"), lines::toString);
        assertTrue(lines.contains("- Flags: -Xmx1g -XX:+UseSerialGC"), lines::toString);
        assertTrue(
                lines.contains("| triangular/cycle, steps 2000/2000, from 0 | 1000 | vector"
                        + " | 125.0 | 124.0 – 126.0 | 0.125 | 64.0 | 0.80 | 16.0 |  |"),
                lines::toString);
    }

    private static String result(String evaluator, double score) {
        return """
                {"benchmark": "io.github.cycliclr.jmh.DoubleFill.fill", "jmhVersion": "1.37", "jdkVersion": "25",
                 "vmName": "VM", "vmVersion": "25+1", "jvmArgs": ["-Xmx1g", "-XX:+UseSerialGC"],
                 "params": {"evaluator": "%s", "first": "0", "schedule": "triangular/cycle", "size": "1000", "steps": "2000/2000"},
                 "primaryMetric": {"score": %s, "scoreUnit": "ns/op", "rawData": [[%s, %s], [%s], [%s]]}, "secondaryMetrics": {}}
                """.formatted(evaluator, score, score - 90, score, score - 1, score + 1);
    }
}
