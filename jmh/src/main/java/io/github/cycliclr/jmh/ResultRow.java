package io.github.cycliclr.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A row of a table: a benchmark with its parameters, and its time.
 *
 * @param benchmark the class
 * @param forks time of a fill in ns, of each fork the median of its iterations
 * @param bytes allocated by a fill, NaN where nobody counted
 */
public record ResultRow(String benchmark, TreeMap<String, String> parameters, List<Double> forks, double bytes) {
    /** The parameters that have a place of their own in a row. */
    private static final Set<String> NAMED = Set.of("evaluator", "first", "gamma", "schedule", "size", "steps");

    /**
     * The rows of all that JMH wrote to a file.
     *
     * @throws IllegalArgumentException if a result is not in ns/op
     */
    public static List<ResultRow> all(JsonNode results) {
        return StreamSupport.stream(results.spliterator(), false)
                .map(ResultRow::of)
                .toList();
    }

    private static ResultRow of(JsonNode result) {
        TreeMap<String, String> parameters = new TreeMap<>();
        result.path("params")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
        String[] name = result.path("benchmark").asText().split("\\.");
        JsonNode metric = result.path("primaryMetric");
        if (!metric.path("scoreUnit").asText().equals("ns/op")) {
            throw new IllegalArgumentException("results are not in ns/op: run without -tu, and not as throughput");
        }
        return new ResultRow(
                name[name.length - 2],
                parameters,
                medians(metric.path("rawData")),
                median(medians(result.path("secondaryMetrics")
                        .path("gc.alloc.rate.norm")
                        .path("rawData"))));
    }

    /** Of the iterations of each fork: what the last one's checks take and allocate is in its numbers as well. */
    private static List<Double> medians(JsonNode forks) {
        return StreamSupport.stream(forks.spliterator(), false)
                .map(fork -> StreamSupport.stream(fork.spliterator(), false)
                        .map(JsonNode::asDouble)
                        .toList())
                .map(ResultRow::median)
                .toList();
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The row of another evaluator that did the same. */
    public Optional<ResultRow> by(String evaluator, List<ResultRow> rows) {
        TreeMap<String, String> same = new TreeMap<>(parameters);
        same.put("evaluator", evaluator);
        return rows.stream()
                .filter(row -> row.benchmark.equals(benchmark) && row.parameters.equals(same))
                .findFirst();
    }

    /**
     * How many times as fast an element is as in another row: the median over the rounds of what was run side by side, or
     * of the medians where the forks are not as many.
     */
    public double timesAsFastAs(ResultRow other) {
        return median(rounds(other));
    }

    /** How many times as fast in each round. */
    private List<Double> rounds(ResultRow other) {
        double elements = (double) elements() / other.elements();
        if (forks.size() != other.forks.size()) {
            return List.of(elements * other.nanos() / nanos());
        }
        return IntStream.range(0, forks.size())
                .mapToObj(round -> elements * other.forks.get(round) / forks.get(round))
                .toList();
    }

    /** How many times as fast, with the least and the most of the rounds. */
    private String timesAsFastAs(ResultRow other, String format) {
        List<Double> rounds = rounds(other);
        String median = number(format, median(rounds));
        return other == this || rounds.size() == 1
                ? median
                : median + " (" + number(format, Collections.min(rounds)) + " – "
                        + number(format, Collections.max(rounds)) + ")";
    }

    String evaluator() {
        return parameters.get("evaluator");
    }

    /** Elements of an array. */
    public long size() {
        return Long.parseLong(parameters.get("size"));
    }

    /** Of all arrays. */
    private long elements() {
        return size() * Long.parseLong(parameters.getOrDefault("curves", "1"));
    }

    /** Time of a fill: the median over the forks. */
    public double nanos() {
        return median(forks);
    }

    /** Time of an element: of one array, or of each of several. */
    public double nanosPerElement() {
        return nanos() / elements();
    }

    /** What was filled, and how, but for evaluator and number of elements. */
    String what() {
        String schedule = parameters.get("schedule");
        String more = parameters.entrySet().stream()
                .filter(parameter -> !NAMED.contains(parameter.getKey()))
                .map(parameter -> ", " + parameter.getKey() + " " + parameter.getValue())
                .collect(Collectors.joining());
        return schedule + (schedule.startsWith("exp_range") ? " with gamma " + parameters.get("gamma") : "")
                + ", steps " + parameters.get("steps") + ", from " + parameters.get("first") + more;
    }

    /** Throughput of the writes. */
    public double gigabytesPerSecond() {
        return (benchmark.startsWith("Float") ? Float.BYTES : Double.BYTES) / nanosPerElement();
    }

    String line(List<ResultRow> rows) {
        return Stream.of(
                        what(),
                        parameters.get("size"),
                        evaluator(),
                        number("%.1f", nanos()),
                        number("%.1f", Collections.min(forks)) + " – " + number("%.1f", Collections.max(forks)),
                        number("%.3f", nanosPerElement()),
                        number("%.1f", gigabytesPerSecond()),
                        by("arrays_fill", rows)
                                .map(roof -> timesAsFastAs(roof, "%.2f"))
                                .orElse(""),
                        by("textbook", rows)
                                .map(textbook -> timesAsFastAs(textbook, "%.1f"))
                                .orElse(""),
                        number("%.0f", bytes))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** As text; nothing for NaN. */
    static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
