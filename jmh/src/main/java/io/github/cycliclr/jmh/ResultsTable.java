package io.github.cycliclr.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code README.md} of a directory of results: a section for each {@code NAME.json} that JMH wrote, with what
 * {@link Surroundings} left in {@code NAME.log}, JMH's own output of the same run.
 */
public final class ResultsTable {
    private static final String HEAD = """
            # What the benchmarks said

            Generated from the JMH results beside it by `jmh/publish`; `jmh/README.md` says how. The time of a fill is the
            median over the forks, with the fastest and the slowest fork. The two ratios are to other rows of the same run:
            the throughput as a part of that of `Arrays.fill` of the same array (1 is as fast), and how many times as fast
            as the textbook formula. Forks of what is compared run in turns, and a ratio is the median over the rounds, with
            the least and the most: a busy neighbour on a shared machine slows down both.
            """;

    /** What the charts show, to those who cannot see them; by name of the file, in the order of the page. */
    private static final List<List<String>> CHARTS = List.of(
            List.of("by-size.png", "Throughput by size of the array, a line a mode under the roof that Arrays.fill is"),
            List.of("by-mode.png", "Throughput of each mode as a part of that of Arrays.fill, by type and JDK"),
            List.of("by-step-size.png", "Throughput by step size, a line a mode under the roof that Arrays.fill is"),
            List.of("peers.png", "Time of an iteration and largest error of all that were compared"));

    private static final String PROGRAM = """

            ## whole-program

            The command line, by `jmh/whole-program`: medians of what takes turns, ours first.

            ```
            """;

    private static final List<String> SURROUNDINGS =
            List.of(Surroundings.COMMAND, Surroundings.COMMIT, Surroundings.PROCESSOR, Surroundings.EVALUATOR);

    private ResultsTable() {}

    /** Takes the directory, whose page shows the charts that are there; or one file of JMH's, whose tables it prints. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments.length == 1 ? arguments[0] : "results");
        if (Files.isRegularFile(directory)) {
            tables(new ObjectMapper().readTree(directory.toFile())).forEach(System.out::println);
            return;
        }
        StringBuilder page = new StringBuilder(HEAD);
        List<String> commits = commits(directory);
        if (commits.size() > 1) {
            page.append("\n**Not all runs are of one commit:** each section names its own, of ")
                    .append(String.join(", ", commits))
                    .append(".\n");
        }
        CHARTS.stream()
                .filter(chart -> Files.exists(directory.resolve(chart.get(0))))
                .forEach(chart -> page.append(String.format("%n![%s](%s)%n", chart.get(1), chart.get(0))));
        TreeMap<String, JsonNode> runs = runs(directory);
        Path accuracy = directory.resolve("accuracy.csv");
        PeersTable.of(peers(runs), Files.exists(accuracy) ? AccuracyRow.read(accuracy) : List.of())
                .forEach(line -> page.append(line).append('\n'));
        for (Map.Entry<String, JsonNode> run : runs.entrySet()) {
            List<String> log = Files.readAllLines(directory.resolve(run.getKey() + ".log"));
            page.append("\n## ").append(run.getKey()).append("\n\n");
            section(run.getValue(), log).forEach(line -> page.append(line).append('\n'));
        }
        Path program = directory.resolve("whole-program.log");
        if (Files.exists(program)) {
            page.append(PROGRAM).append(Files.readString(program)).append("```\n");
        }
        Files.writeString(directory.resolve("README.md"), page);
    }

    /** All that the logs name. */
    private static List<String> commits(Path directory) throws IOException {
        TreeSet<String> commits = new TreeSet<>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(directory, "*.log")) {
            for (Path log : logs) {
                Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith(Surroundings.COMMIT))
                        .forEach(line -> commits.add(line.substring(Surroundings.COMMIT.length())));
            }
        }
        return List.copyOf(commits);
    }

    /** What JMH wrote, by NAME. */
    private static TreeMap<String, JsonNode> runs(Path directory) throws IOException {
        TreeMap<String, JsonNode> runs = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path json : files) {
                String name = json.getFileName().toString().replaceFirst("\\.json$", "");
                runs.put(name, new ObjectMapper().readTree(json.toFile()));
            }
        }
        return runs;
    }

    /** The rows of the runs {@code peers}, {@code peers-pytorch} and the like. */
    private static List<ResultRow> peers(TreeMap<String, JsonNode> runs) {
        return runs.entrySet().stream()
                .filter(run -> run.getKey().startsWith("peers"))
                .flatMap(run -> ResultRow.all(run.getValue()).stream())
                .toList();
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
        lines.addAll(tables(results));
        return lines;
    }

    /** A table for each benchmark. */
    private static List<String> tables(JsonNode results) {
        List<String> lines = new ArrayList<>();
        List<ResultRow> rows = ResultRow.all(results);
        rows.stream().map(ResultRow::benchmark).distinct().forEach(benchmark -> {
            lines.add("");
            lines.add("### " + benchmark);
            lines.add("");
            lines.add("| fill of | elements | evaluator | ns | forks | ns/element | GB/s | ÷ Arrays.fill"
                    + " | × textbook | B allocated |");
            lines.add("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|");
            rows.stream()
                    .filter(row -> row.benchmark().equals(benchmark))
                    // Those to be compared stand together.
                    .sorted(Comparator.comparing(ResultRow::what).thenComparing(ResultRow::size))
                    .forEach(row -> lines.add(row.line(rows)));
        });
        return lines;
    }
}
