package io.github.cycliclr.jmh.report;

import io.github.cycliclr.sweep.plot.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reduces the JSON files of a directory of results, draws the charts, and writes the page {@code README.md}. */
public final class Report {
    private static final String HEAD = """
            # Results

            Written by `jmh/publish`; [jmh/README.md](../jmh/README.md) describes the benchmarks. Each time is the median over
            the forks (JVMs), each ratio the median over pairs of forks that ran in turns. The JSON files beside this page are
            JMH's, reduced to the fields in use, with a line for each result.

            """;

    private static final String PEERS = """

            ## Time of an iteration, speed relative to the loop in Java, and largest error

            %s

            Times in ns, for %,d doubles (PyTorch fewer). Errors in ulp of double, of 16,384 values each from iterations 0, 10^6
            and 10^9 on, against the correctly rounded value: 0 ulp is correctly rounded. DJL computes in float, with an ulp
            of 5.4e8 double ulp. The error runs use triangular2 with steps of 30 and 40 million and exp_range by iteration
            with gamma %s, so that an amplitude is left at iteration 10^9.
            """;

    /** A chart: the names of the runs it needs, as a pattern, its file, and its description for those who do not see it. */
    private record ChartFile(String runs, String file, String description, Function<Results, Picture> drawing) {}

    private static final List<ChartFile> CHARTS = List.of(
            new ChartFile(
                    "peers", "peers.svg", "Time of an iteration and largest error of each peer", PeersChart::draw),
            new ChartFile(
                    "sizes",
                    "by-size.svg",
                    "Throughput by size of the array for each mode and Arrays.fill",
                    ThroughputChart::bySize),
            new ChartFile(
                    "jdk\\d+-(double|float)",
                    "by-mode.svg",
                    "Throughput relative to Arrays.fill by mode, type and JDK",
                    ModeChart::draw),
            new ChartFile(
                    "steps",
                    "by-step-size.svg",
                    "Throughput by step size for each mode and Arrays.fill",
                    ThroughputChart::byStepSize));

    private Report() {}

    /** Takes the directory; charts and sections whose runs are absent are left out. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: Report DIRECTORY");
            System.exit(2);
        }
        Path directory = Path.of(arguments[0]);
        Results.reduce(directory);
        Results results = Results.read(directory);
        StringBuilder page = new StringBuilder(HEAD);
        for (String key : List.of("Processor", "Commit", "Command")) {
            page.append("- %s: %s\n".formatted(key, results.machine().getProperty(key, "unknown")));
        }
        if (!results.run(Peers.RUN).isEmpty()) {
            page.append(PEERS.formatted(
                    Peers.of(results).table(), results.run(Peers.RUN).get(0).size(), AccuracyRow.GAMMA));
        }
        page.append("\n## Charts\n");
        for (ChartFile chart : CHARTS) {
            if (results.runs().keySet().stream().anyMatch(run -> run.matches(chart.runs))) {
                try (var file = Files.newOutputStream(directory.resolve(chart.file))) {
                    chart.drawing.apply(results).writeSvg(file);
                }
                page.append("\n![%s](%s)\n".formatted(chart.description, chart.file));
            }
        }
        callTable(results).forEach(line -> page.append(line).append('\n'));
        append(page, directory.resolve("whole-program.txt"), "\n## The command line\n\n```\n", "```\n");
        append(page, directory.resolve("other-processors.md"), "\n", "");
        Files.writeString(directory.resolve("README.md"), page);
    }

    /** The first fill in a JVM and small fills, each beside the loop in Java. */
    private static List<String> callTable(Results results) {
        List<String> lines = new ArrayList<>();
        for (String run : List.of("cold", "small")) {
            List<Measurement> all = results.run(run);
            for (Measurement each : all) {
                boolean loop = each.evaluator().equals("textbook");
                each.by("textbook", all)
                        .filter(textbook -> !loop)
                        .ifPresent(textbook -> lines.add(String.format(
                                Locale.ROOT,
                                "| %s | %,d | %s | %s | %s | %.2f |",
                                run.equals("cold") ? "first in a JVM" : ("warm " + each.parameter("order")).strip(),
                                each.size(),
                                each.schedule(),
                                nanos(each),
                                nanos(textbook),
                                each.timesAsFastAs(textbook))));
            }
        }
        if (!lines.isEmpty()) {
            lines.addAll(
                    0,
                    List.of(
                            "",
                            "## First and small fills",
                            "",
                            "| fill | elements | schedule | ns | loop in Java, ns | times as fast |",
                            "|---|--:|---|--:|--:|--:|"));
        }
        return lines;
    }

    private static String nanos(Measurement each) {
        return Measurement.number(each.nanos() < 1_000 ? "%.1f" : "%,.0f", each.nanos());
    }

    private static void append(StringBuilder page, Path file, String before, String after) throws IOException {
        if (Files.exists(file)) {
            page.append(before).append(Files.readString(file)).append(after);
        }
    }
}
