package io.github.cycliclr.jmh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    @TempDir
    Path directory;

    @BeforeEach
    void describeMachine() throws IOException {
        Files.writeString(directory.resolve("machine.txt"), "Processor: Some processor, 2 threads\nCommit: abc\n");
    }

    @Test
    void writesThePageWithAllCharts() throws IOException {
        save("sizes", List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(64, 33_554_432));
        save("steps", List.of("vector"), List.of("1/1", "1000000/1000000"), List.of(33_554_432));
        save("jdk25-double", List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(33_554_432));
        save("peers", List.of("memset", "c", "vector"), List.of("2000/2000"), List.of(1_048_576));
        save("peers-pytorch", List.of("pytorch"), List.of("2000/2000"), List.of(65_536));
        save("cold", List.of("textbook", "vector"), List.of("2000/2000"), List.of(1_000_000));
        Files.writeString(directory.resolve("whole-program.txt"), "sweep; dd 2 s, 1 s, ratio 2.00\n");
        Files.writeString(directory.resolve("other-processors.md"), "## Other processors\n");
        String page = page();
        for (String part : List.of(
                "- Processor: Some processor, 2 threads\n- Commit: abc\n- Command: unknown\n",
                "| first in a JVM | 1,000,000 | triangular2/cycle | 500,000 | 2,000,000 | 4.00 |",
                "```\nsweep; dd 2 s, 1 s, ratio 2.00\n```\n\n## Other processors\n")) {
            assertTrue(page.contains(part), page);
        }
        for (String name : List.of("by-size", "by-mode", "by-step-size", "peers")) {
            String svg = svg(name);
            assertTrue(page.contains("](" + name + ".svg)"), page);
            assertTrue(svg.contains("on Some processor, 2 threads; one thread, one JVM"), svg);
            assertTrue(svg.contains("exp_range by iteration"), svg);
        }
    }

    @Test
    void leavesOutChartsWithoutResults() throws IOException {
        save("steps", List.of("vector"), List.of("1/1", "10/10"), List.of(33_554_432));
        String page = page();
        assertTrue(page.contains("by-step-size.svg"), page);
        for (String name : List.of("by-size.svg", "by-mode.svg", "peers.svg")) {
            assertFalse(page.contains(name) || Files.exists(directory.resolve(name)), name);
        }
    }

    @Test
    void reducesJsonToALineForEachResultAndKeepsJmhsFormat() throws IOException {
        save("sizes", List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(64));
        page();
        String text = Files.readString(directory.resolve("sizes.json"));
        assertEquals(2 + 2 * ChartedMode.values().length, text.lines().count());
        JsonNode first = new ObjectMapper().readTree(text).get(0);
        assertEquals("[[16.0]]", first.path("primaryMetric").path("rawData").toString());
        assertEquals("{}", first.path("secondaryMetrics").toString());
        assertFalse(text.contains("scorePercentiles") || text.contains("/java"), text);
        page();
        assertEquals(text, Files.readString(directory.resolve("sizes.json")), "reduced twice");
    }

    @Test
    void sizeChartHasALineForEachModeAndArraysFill() throws IOException {
        save("sizes", List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(1024, 64));
        page();
        String svg = svg("by-size");
        // 8 bytes in 0.5 ns are 16 GB/s, half of Arrays.fill, on an axis from 10 to 50.
        List<List<Double>> heights = heights(svg);
        assertEquals(5, heights.size());
        double octave = 400 * Math.log(2) / Math.log(5);
        double roof = heights.get(0).get(0);
        assertEquals(List.of(roof, roof), heights.get(0));
        for (List<Double> line : heights.subList(1, 5)) {
            assertEquals(roof + octave, line.get(0), 0.11);
            assertEquals(line.get(0), line.get(1));
        }
        for (String text : List.of(">512 B<", ">8 KiB<", ">10<", ">50<", ">throughput in GB/s, logarithmic<")) {
            assertTrue(svg.contains(text), text);
        }
    }

    @Test
    void roofIsLevelOverAllStepSizes() throws IOException {
        save("steps", List.of("vector"), List.of("2000/2000", "1/2", "1000000/1000000"), List.of(1024));
        save("steps-roof", List.of("arrays_fill"), List.of("2000/2000"), List.of(1024));
        page();
        String svg = svg("by-step-size");
        List<Double> roof = heights(svg).get(0);
        assertEquals(3, roof.size());
        assertEquals(1, roof.stream().distinct().count());
        assertTrue(svg.indexOf(">1/2<") < svg.indexOf(">2000<") && svg.indexOf(">2000<") < svg.indexOf(">10⁶<"), svg);
    }

    @Test
    void modeChartHasABarForEachTypeAndJdkTheNewestFirst() throws IOException {
        for (String name : List.of("jdk17-double", "jdk25-float", "jdk25-double")) {
            save(name, List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(65_536, 33_554_432));
        }
        Results results = Results.read(directory);
        assertEquals(List.of("jdk25-double", "jdk17-double", "jdk25-float"), ModeChart.runs(results));
        assertEquals("[0.5, 0.5, 0.5, 0.5]", Arrays.toString(ModeChart.ratios(results.run("jdk25-double"))));
    }

    @Test
    void peersHaveTheirTimeAndLargestError() throws IOException {
        save(
                "peers",
                List.of("memset", "djl", "c", "numpy", "textbook", "vector"),
                List.of("2000/2000"),
                List.of(1_048_576));
        Files.writeString(directory.resolve("accuracy.csv"), """
                evaluator,schedule,first,ulps,failure
                vector,triangular/cycle,0,0,
                vector,triangular/cycle,1000000000,0,
                c,triangular/cycle,0,1,
                c,triangular/cycle,1000000000,2345678,
                numpy,triangular/cycle,0,1621295801428869,
                djl,triangular/cycle,0,3,
                djl,triangular/cycle,1000000000,,"no, it cannot"
                """);
        String page = page();
        String svg = svg("peers");
        for (String text : List.of("0.25 ns", "0.50 ns, 0 ulp", "20 ns, 2.3 million ulp", "30 ns, 1.6e15 ulp")) {
            assertTrue(svg.contains(">" + text + "<"), text);
        }
        assertTrue(svg.contains(">10 µs, fails<"), svg);
        assertTrue(page.contains("| memset in C | 0.250, 8.00× |"), page);
        assertTrue(page.contains("| this project | 0.500, 4.00×, 0 ulp |"), page);
        assertTrue(page.contains("| DJL | 10000.000, 0.000200×, fails |"), page);
    }

    private String page() throws IOException {
        Report.main(new String[] {directory.toString()});
        return Files.readString(directory.resolve("README.md"));
    }

    private String svg(String name) throws IOException {
        return Files.readString(directory.resolve(name + ".svg"));
    }

    /** The heights of the points of each line but those of the grid, which are one pixel wide. */
    private static List<List<Double>> heights(String svg) {
        List<List<Double>> lines = new ArrayList<>();
        Matcher matcher = Pattern.compile("<polyline.*stroke-width=\"(.+?)\".* points=\"(.+?)\"")
                .matcher(svg);
        while (matcher.find()) {
            if (!matcher.group(1).equals("1")) {
                lines.add(Arrays.stream(matcher.group(2).split(" "))
                        .map(point -> Double.parseDouble(point.split(",")[1]))
                        .toList());
            }
        }
        return lines;
    }

    private void save(String name, List<String> evaluators, List<String> steps, List<Integer> sizes)
            throws IOException {
        List<String> results = new ArrayList<>();
        for (String evaluator : evaluators) {
            double nanos =
                    switch (evaluator) {
                        case "vector" -> 0.5;
                        case "textbook" -> 2;
                        case "c" -> 20;
                        case "numpy" -> 30;
                        case "djl", "pytorch" -> 10_000;
                        default -> 0.25;
                    };
            for (ChartedMode mode : ChartedMode.values()) {
                for (String step : steps) {
                    for (int size : sizes) {
                        results.add(result(evaluator, mode.schedule, step, size, nanos * size));
                    }
                }
            }
        }
        Files.writeString(directory.resolve(name + ".json"), results.toString());
    }

    private static String result(String evaluator, String schedule, String steps, int size, double nanos) {
        return """
                {"benchmark": "io.github.cycliclr.jmh.DoubleFill.fill", "jvm": "/opt/jdk/bin/java", "jdkVersion": "25.0.1",
                 "params": {"evaluator": "%s", "first": "0", "gamma": "0.99", "schedule": "%s", "size": "%d", "steps": "%s"},
                 "primaryMetric": {"scorePercentiles": {"0.0": 1}, "scoreUnit": "ns/op", "rawData": [[%s]]},
                 "secondaryMetrics": {"gc.count": {}}}
                """.formatted(evaluator, schedule, size, steps, nanos);
    }
}
