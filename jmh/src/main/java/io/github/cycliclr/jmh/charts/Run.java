package io.github.cycliclr.jmh.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cycliclr.jmh.ResultRow;
import io.github.cycliclr.jmh.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A run of JMH: its results, and where they come from.
 *
 * @param forks JVMs of which a result is the median
 * @param jdk its version
 * @param processor its name, its threads and the operating system
 */
record Run(List<ResultRow> rows, int forks, String jdk, String processor) {
    /**
     * Reads {@code NAME.json} and {@code NAME.log}.
     *
     * @throws java.nio.file.NoSuchFileException if either is absent
     */
    static Run read(Path directory, String name) throws IOException {
        JsonNode results = new ObjectMapper().readTree(Files.readAllBytes(directory.resolve(name + ".json")));
        String processor;
        try (Stream<String> log = Files.lines(directory.resolve(name + ".log"))) {
            processor = log.filter(line -> line.startsWith(Surroundings.PROCESSOR))
                    .findFirst()
                    .map(line -> line.substring(Surroundings.PROCESSOR.length()))
                    .orElse("unknown processor");
        }
        List<ResultRow> rows = ResultRow.all(results);
        return new Run(
                rows,
                rows.get(0).forks().size(),
                results.path(0).path("jdkVersion").asText(),
                processor);
    }

    /** This run and the results of another. */
    Run with(Run other) {
        return new Run(Stream.concat(rows.stream(), other.rows.stream()).toList(), forks, jdk, processor);
    }

    /** What an evaluator took for a schedule, by size. */
    List<ResultRow> rows(String evaluator, String schedule) {
        return rows.stream()
                .filter(row -> row.parameters().get("evaluator").equals(evaluator))
                .filter(row -> row.parameters().get("schedule").equals(schedule))
                .sorted(Comparator.comparing(ResultRow::size))
                .toList();
    }

    String caption() {
        return caption(jdk);
    }

    /** The caption of a picture of several runs that differ in the JDK. */
    String caption(String jdks) {
        return "JDK " + jdks + " on " + processor + "; one thread, "
                + (forks == 1 ? "one JVM" : "medians of " + forks + " JVMs");
    }

    /** How many elements the arrays of double have, if all have as many. */
    String extent() {
        return String.format(Locale.ROOT, "%,d doubles", rows.get(0).size());
    }

    /** A parameter that all results share. */
    String parameter(String name) {
        return rows.get(0).parameters().get(name);
    }

    /** What was filled, but for mode and size. */
    String settings() {
        return "from iteration " + parameter("first") + ", steps of "
                + parameter("steps").replace("/", " up and ") + " down, gamma " + parameter("gamma");
    }
}
