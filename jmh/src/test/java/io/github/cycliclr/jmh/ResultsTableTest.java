package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                        + " | 125.0 | 124.0 – 126.0 | 0.125 | 64.0 | 0.80 (0.80 – 0.80) | 16.0 (15.9 – 16.1) |  |"),
                lines::toString);
    }

    @Test
    void aRatioIsTheMedianOfThoseOfEachRound() throws IOException {
        String json = "[" + result("arrays_fill", "[100], [200], [300]") + "," + result("vector", "[100], [100], [300]")
                + "]";
        List<ResultRow> rows = ResultRow.all(new ObjectMapper().readTree(json));
        assertEquals(200, rows.get(0).nanos());
        assertEquals(100, rows.get(1).nanos());
        assertEquals(1, rows.get(1).timesAsFastAs(rows.get(0)));
    }

    @Test
    void ofTwoRoundsNeitherIsPreferred() throws IOException {
        String json = "[" + result("arrays_fill", "[100], [200]") + "," + result("vector", "[100], [100]") + "]";
        List<ResultRow> rows = ResultRow.all(new ObjectMapper().readTree(json));
        assertEquals(150, rows.get(0).nanos());
        assertEquals(1.5, rows.get(1).timesAsFastAs(rows.get(0)));
    }

    @Test
    void saysIfNotAllIsOfOneCommit(@TempDir Path results) throws IOException {
        for (String name : List.of("one", "other")) {
            Files.writeString(results.resolve(name + ".json"), "[" + result("arrays_fill", 100) + "]");
            Files.writeString(results.resolve(name + ".log"), "# Commit: abc\n");
        }
        assertFalse(page(results).contains("Not all runs"), "all are of one");
        Files.writeString(results.resolve("other.log"), "# Commit: def\n");
        assertTrue(
                page(results).contains("**Not all runs are of one commit:** each section names its own, of abc, def."));
    }

    @Test
    void theProgramAsAWholeStandsLast(@TempDir Path results) throws IOException {
        Files.writeString(results.resolve("one.json"), "[" + result("arrays_fill", 100) + "]");
        Files.writeString(results.resolve("one.log"), "# Commit: abc\n");
        assertFalse(page(results).contains("whole-program"), "there is none");
        Files.writeString(results.resolve("whole-program.log"), "# Commit: def\nsweep; dd 2 s, 1 s, ratio 2.00\n");
        String page = page(results);
        assertTrue(page.endsWith("```\n# Commit: def\nsweep; dd 2 s, 1 s, ratio 2.00\n```\n"), page);
        assertTrue(page.contains("**Not all runs are of one commit:**"), page);
    }

    private static String page(Path results) throws IOException {
        ResultsTable.main(new String[] {results.toString()});
        return Files.readString(results.resolve("README.md"));
    }

    private static String result(String evaluator, double score) {
        return result(
                evaluator, "[%s, %s, %s], [%s], [%s]".formatted(score - 90, score, score + 9, score - 1, score + 1));
    }

    private static String result(String evaluator, String forks) {
        return """
                {"benchmark": "io.github.cycliclr.jmh.DoubleFill.fill", "jmhVersion": "1.37", "jdkVersion": "25",
                 "vmName": "VM", "vmVersion": "25+1", "jvmArgs": ["-Xmx1g", "-XX:+UseSerialGC"],
                 "params": {"evaluator": "%s", "first": "0", "schedule": "triangular/cycle", "size": "1000", "steps": "2000/2000"},
                 "primaryMetric": {"scoreUnit": "ns/op", "rawData": [%s]}, "secondaryMetrics": {}}
                """.formatted(evaluator, forks);
    }
}
