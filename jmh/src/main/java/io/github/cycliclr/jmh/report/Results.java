package io.github.cycliclr.jmh.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory of results: {@code NAME.json} of each run, {@code accuracy.csv}, and {@code machine.txt} with the keys
 * Processor, Commit and Command.
 */
record Results(TreeMap<String, List<Measurement>> runs, List<AccuracyRow> accuracy, Properties machine) {
    static Results read(Path directory) throws IOException {
        TreeMap<String, List<Measurement>> runs = new TreeMap<>();
        for (Path json : files(directory)) {
            String name = json.getFileName().toString().replaceFirst("\\.json$", "");
            runs.put(name, Measurement.all(new ObjectMapper().readTree(json.toFile())));
        }
        Properties machine = new Properties();
        try (Reader text = Files.newBufferedReader(directory.resolve("machine.txt"))) {
            machine.load(text);
        }
        return new Results(runs, AccuracyRow.read(directory.resolve("accuracy.csv")), machine);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    /** Removes unused fields from the JSON files of a directory, still in JMH's format, and writes a line for each result. */
    static void reduce(Path directory) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (Path json : files(directory)) {
            StringJoiner lines = new StringJoiner(",\n", "[\n", "\n]\n");
            for (JsonNode result : mapper.readTree(json.toFile())) {
                ObjectNode reduced = (ObjectNode) result;
                reduced.remove(List.of("jvm", "warmupBatchSize", "measurementBatchSize"));
                reduced.putObject("secondaryMetrics");
                ((ObjectNode) reduced.path("primaryMetric")).remove("scorePercentiles");
                lines.add(mapper.writeValueAsString(reduced));
            }
            Files.writeString(json, lines.toString());
        }
    }

    /** The measurements of a run; none if it is absent. */
    List<Measurement> run(String name) {
        return runs.getOrDefault(name, List.of());
    }

    /** The caption of a chart: JDK, processor and number of forks of a run. */
    String caption(String run) {
        Measurement first = run(run).get(0);
        int forks = first.forks().size();
        return "JDK %s on %s; one thread, %s"
                .formatted(
                        first.jdk(),
                        machine.getProperty("Processor", "unknown processor"),
                        forks == 1 ? "one JVM" : "medians of " + forks + " JVMs");
    }

    /** The second line of a caption: the parameters of a run other than schedule and size. */
    String settings(String run) {
        Measurement first = run(run).get(0);
        return String.format(
                Locale.ROOT,
                "from iteration %s, steps of %s down, gamma %s",
                first.parameter("first"),
                first.parameter("steps").replace("/", " up and "),
                first.parameter("gamma"));
    }
}
