package io.github.cycliclr.jmh.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints all measurements of a JSON file of JMH, in a Markdown table for each benchmark. */
public final class MeasurementTable {
    /** The parameters with columns of their own. */
    private static final Set<String> COLUMNS = Set.of("evaluator", "size");

    private MeasurementTable() {}

    /** Prints the tables of the file named by the only argument. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: MeasurementTable FILE.json");
            System.exit(2);
        }
        Path json = Path.of(arguments[0]);
        lines(Measurement.all(new ObjectMapper().readTree(json.toFile()))).forEach(System.out::println);
    }

    static List<String> lines(List<Measurement> all) {
        List<String> lines = new ArrayList<>();
        all.stream().map(Measurement::benchmark).distinct().forEach(benchmark -> {
            lines.addAll(List.of(
                    "",
                    "### " + benchmark,
                    "",
                    "| fill | elements | evaluator | ns | forks | ns/element | GB/s | ÷ Arrays.fill | × textbook |",
                    "|---|--:|---|--:|--:|--:|--:|--:|--:|"));
            all.stream()
                    .filter(each -> each.benchmark().equals(benchmark))
                    // Measurements to be compared are neighbours.
                    .sorted(Comparator.comparing(MeasurementTable::fill).thenComparing(Measurement::size))
                    .forEach(each -> lines.add(line(each, all)));
        });
        return lines;
    }

    /** The parameters but evaluator and size. */
    private static String fill(Measurement measurement) {
        return measurement.parameters().entrySet().stream()
                .filter(each -> !COLUMNS.contains(each.getKey()))
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String line(Measurement each, List<Measurement> all) {
        double fastest = Collections.min(each.forks());
        double slowest = Collections.max(each.forks());
        return Stream.of(
                        fill(each),
                        each.parameter("size"),
                        each.evaluator(),
                        Measurement.number("%.1f", each.nanos()),
                        Measurement.number("%.1f", fastest) + " – " + Measurement.number("%.1f", slowest),
                        Measurement.number("%.3f", each.nanosPerElement()),
                        Measurement.number("%.1f", each.gigabytesPerSecond()),
                        each.by("arrays_fill", all)
                                .map(roof -> ratio("%.2f", each, roof))
                                .orElse(""),
                        each.by("textbook", all)
                                .map(textbook -> ratio("%.1f", each, textbook))
                                .orElse(""))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** The quotient of speeds, with the least and the largest of all rounds. */
    private static String ratio(String format, Measurement each, Measurement other) {
        List<Double> rounds = each.rounds(other);
        String median = Measurement.number(format, each.timesAsFastAs(other));
        return each == other || rounds.size() == 1
                ? median
                : median + " (" + Measurement.number(format, Collections.min(rounds)) + " – "
                        + Measurement.number(format, Collections.max(rounds)) + ")";
    }
}
