package io.github.cycliclr.jmh.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A benchmark with its parameters and its time.
 *
 * @param benchmark the name of the class
 * @param jdk the version
 * @param forks the time of a fill in ns in each fork: the median of its iterations
 */
record Measurement(String benchmark, String jdk, Map<String, String> parameters, List<Double> forks) {
    /**
     * The measurements of a JSON file of JMH.
     *
     * @throws IllegalArgumentException if a result is not in ns/op
     */
    static List<Measurement> all(JsonNode results) {
        return stream(results).map(Measurement::of).toList();
    }

    private static Measurement of(JsonNode result) {
        Map<String, String> parameters = new TreeMap<>();
        result.path("params")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
        String[] name = result.path("benchmark").asText().split("\\.");
        JsonNode metric = result.path("primaryMetric");
        if (!metric.path("scoreUnit").asText().equals("ns/op")) {
            throw new IllegalArgumentException(
                    name[name.length - 2] + ": results are not in ns/op; run without -tu, and not as throughput");
        }
        return new Measurement(
                name[name.length - 2], result.path("jdkVersion").asText(), parameters, medians(metric.path("rawData")));
    }

    /** The median of the iterations of each fork: the last iteration includes the checks. */
    private static List<Double> medians(JsonNode forks) {
        return stream(forks)
                .map(fork -> median(stream(fork).map(JsonNode::asDouble).toList()))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    String evaluator() {
        return parameter("evaluator");
    }

    String schedule() {
        return parameter("schedule");
    }

    /** The number of elements of an array. */
    long size() {
        return Long.parseLong(parameter("size"));
    }

    /** The number of elements of all arrays. */
    private long elements() {
        return size() * Long.parseLong(parameters.getOrDefault("curves", "1"));
    }

    /** The time of a fill: the median over the forks. */
    double nanos() {
        return median(forks);
    }

    double nanosPerElement() {
        return nanos() / elements();
    }

    /** The throughput of the writes. */
    double gigabytesPerSecond() {
        return (benchmark.startsWith("Float") ? Float.BYTES : Double.BYTES) / nanosPerElement();
    }

    /** The measurement of another evaluator with the same parameters. */
    Optional<Measurement> by(String evaluator, List<Measurement> all) {
        Map<String, String> same = new TreeMap<>(parameters);
        same.put("evaluator", evaluator);
        return all.stream()
                .filter(other -> other.benchmark.equals(benchmark) && other.parameters.equals(same))
                .findFirst();
    }

    /** The quotient of the other's time of an element and this one's: the median over {@link #rounds}. */
    double timesAsFastAs(Measurement other) {
        return median(rounds(other));
    }

    /** The quotient for each pair of forks that ran in turns; of the medians if the numbers of forks differ. */
    List<Double> rounds(Measurement other) {
        double elements = (double) elements() / other.elements();
        if (forks.size() != other.forks.size()) {
            return List.of(elements * other.nanos() / nanos());
        }
        return IntStream.range(0, forks.size())
                .mapToObj(round -> elements * other.forks.get(round) / forks.get(round))
                .toList();
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
