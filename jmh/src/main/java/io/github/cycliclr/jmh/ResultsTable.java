package io.github.cycliclr.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code README.md} of a directory of results: a section for each {@code NAME.json} that JMH wrote, with what
 * {@link Surroundings} left in {@code NAME.log}, JMH's own output of the same run.
 */
public final class ResultsTable {
    private static final String HEAD = """
            # What the benchmarks said

            Generated from the JMH results beside it; `jmh/README.md` says how. Times are of one fill, with JMH's error
            (99.9 % confidence). The two ratios are to other rows of the same run: how many times the time of
            `Arrays.fill`, the roof (1 is as fast as it), and how many times as fast as the textbook formula.
            """;

    private static final List<String> SURROUNDINGS =
            List.of(Surroundings.COMMAND, Surroundings.COMMIT, Surroundings.PROCESSOR, Surroundings.EVALUATOR);

    private ResultsTable() {}

    /** One row: a benchmark with its parameters, and its time. */
    record Row(String benchmark, TreeMap<String, String> parameters, double nanos, double error, double bytes) {
        static Row of(JsonNode result) {
            TreeMap<String, String> parameters = new TreeMap<>();
            result.path("params")
                    .properties()
                    .forEach(each ->
                            parameters.put(each.getKey(), each.getValue().asText()));
            String[] name = result.path("benchmark").asText().split("\\.");
            JsonNode metric = result.path("primaryMetric");
            if (!metric.path("scoreUnit").asText().equals("ns/op")) {
                throw new IllegalArgumentException("results are not in ns/op: run without -bm and -tu");
            }
            return new Row(
                    name[name.length - 2],
                    parameters,
                    metric.path("score").asDouble(),
                    // "NaN" where there was one iteration only
                    metric.path("scoreError").asDouble(Double.NaN),
                    result.path("secondaryMetrics")
                            .path("gc.alloc.rate.norm")
                            .path("score")
                            .asDouble(Double.NaN));
        }

        /** The row of another evaluator that did the same. */
        Optional<Row> by(String evaluator, List<Row> rows) {
            TreeMap<String, String> same = new TreeMap<>(parameters);
            same.put("evaluator", evaluator);
            return rows.stream()
                    .filter(row -> row.benchmark.equals(benchmark) && row.parameters.equals(same))
                    .findFirst();
        }

        long size() {
            return Long.parseLong(parameters.get("size"));
        }

        String line(List<Row> rows) {
            int width = benchmark.startsWith("Double") ? Double.BYTES : Float.BYTES;
            return Stream.of(
                            parameters.get("schedule") + ", " + parameters.get("steps"),
                            parameters.get("size"),
                            parameters.get("evaluator"),
                            number("%.1f", nanos),
                            number("%.1f", error),
                            number("%.3f", nanos / size()),
                            number("%.1f", size() * width / nanos),
                            by("arrays_fill", rows)
                                    .map(roof -> number("%.2f", nanos / roof.nanos))
                                    .orElse(""),
                            by("textbook", rows)
                                    .map(textbook -> number("%.1f", textbook.nanos / nanos))
                                    .orElse(""),
                            number("%.0f", bytes))
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }

        private static String number(String format, double value) {
            return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
        }
    }

    /** Takes the directory. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments.length == 1 ? arguments[0] : "results");
        StringBuilder page = new StringBuilder(HEAD);
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path json : files) {
            String name = json.getFileName().toString().replaceFirst("\\.json$", "");
            List<String> log = Files.readAllLines(directory.resolve(name + ".log"));
            page.append("\n## ").append(name).append("\n\n");
            section(new ObjectMapper().readTree(json.toFile()), log)
                    .forEach(line -> page.append(line).append('\n'));
        }
        Files.writeString(directory.resolve("README.md"), page);
    }

    static List<String> section(JsonNode results, List<String> log) {
        List<String> lines = new ArrayList<>();
        for (String key : SURROUNDINGS) {
            log.stream()
                    .filter(line -> line.startsWith(key))
                    .distinct()
                    .forEach(line -> lines.add("- " + line.substring(2)));
        }
        JsonNode first = results.path(0);
        lines.add("- JDK: " + first.path("jdkVersion").asText() + ", "
                + first.path("vmName").asText() + " " + first.path("vmVersion").asText() + ", JMH "
                + first.path("jmhVersion").asText());
        List<String> flags = new ArrayList<>();
        first.path("jvmArgs").forEach(flag -> flags.add(flag.asText()));
        lines.add("- Flags: " + String.join(" ", flags));
        List<Row> rows = new ArrayList<>();
        results.forEach(result -> rows.add(Row.of(result)));
        rows.stream().map(Row::benchmark).distinct().forEach(benchmark -> {
            lines.add("");
            lines.add("### " + benchmark);
            lines.add("");
            lines.add("| schedule, steps | elements | evaluator | ns | ± | ns/element | GB/s | ÷ Arrays.fill"
                    + " | × textbook | B allocated |");
            lines.add("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|");
            rows.stream().filter(row -> row.benchmark.equals(benchmark)).forEach(row -> lines.add(row.line(rows)));
        });
        return lines;
    }
}
