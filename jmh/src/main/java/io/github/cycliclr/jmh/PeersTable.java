package io.github.cycliclr.jmh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Speed and accuracy of the peers side by side: a table for each schedule, the fastest first. */
final class PeersTable {
    private static final String HEAD = """

            ## Speed and accuracy

            Times are those of the runs `peers`, below. PyTorch, after the others, fills shorter arrays: an iteration takes it
            the same time in any. The error is the largest, in ulp of double, of 16,384 values from the iteration named on,
            against the correctly rounded value: 0 is correctly rounded. DJL computes floats, of which an ulp is 5.4e8 of
            these. So that there is something to be computed at iteration 10^9, errors are those of triangular2 with steps of
            30 and 40 million, and of exp_range by iteration with gamma %s.
            """.formatted(AccuracyRow.GAMMA);

    private PeersTable() {}

    /**
     * The tables with their heading; nothing without rows.
     *
     * @param accuracy what {@link Accuracy} measured, as far as it did
     */
    static List<String> of(List<ResultRow> rows, List<AccuracyRow> accuracy) {
        Map<String, String> errors = errors(accuracy);
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            HEAD.lines().forEach(lines::add);
        }
        rows.stream().map(ResultRow::what).distinct().forEach(what -> {
            List<ResultRow> same = rows.stream()
                    .filter(row -> row.what().equals(what))
                    .sorted(Comparator.comparingDouble(ResultRow::nanosPerElement))
                    .toList();
            lines.add("");
            lines.add("### " + what);
            lines.add("");
            lines.add("| evaluator | ns/iteration | GB/s | ÷ Arrays.fill | × textbook | largest error from 0"
                    + " | from 10^6 | from 10^9 |");
            lines.add("|---|--:|--:|--:|--:|--:|--:|--:|");
            same.forEach(row -> lines.add(line(row, same, errors)));
        });
        return lines;
    }

    private static String line(ResultRow row, List<ResultRow> rows, Map<String, String> errors) {
        String schedule = row.parameters().get("schedule");
        Stream<String> speed = Stream.of(
                row.evaluator(),
                ResultRow.number("%.3f", row.nanosPerElement()),
                ResultRow.number("%.3g", row.gigabytesPerSecond()),
                ResultRow.number("%.3g", timesAsFast(row, "arrays_fill", rows)),
                ResultRow.number("%.3g", timesAsFast(row, "textbook", rows)));
        Stream<String> accuracy =
                Accuracy.STARTS.stream().map(first -> errors.getOrDefault(key(row.evaluator(), schedule, first), ""));
        return Stream.concat(speed, accuracy).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static double timesAsFast(ResultRow row, String evaluator, List<ResultRow> rows) {
        return rows.stream()
                .filter(other -> other.evaluator().equals(evaluator))
                .mapToDouble(row::timesAsFastAs)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The error, or why there is none, of each evaluator, schedule and start. */
    private static Map<String, String> errors(List<AccuracyRow> accuracy) {
        Map<String, String> errors = new HashMap<>();
        accuracy.forEach(row -> errors.put(
                key(row.evaluator(), row.schedule(), row.first()),
                Double.isNaN(row.ulps()) ? row.failure() : number(row.ulps())));
        return errors;
    }

    private static String number(double ulps) {
        return ResultRow.number(ulps < 10_000_000 ? "%.0f" : "%.1e", ulps);
    }

    private static String key(String evaluator, String schedule, long first) {
        return evaluator + " " + schedule + " " + first;
    }
}
