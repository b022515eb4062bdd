package io.github.cycliclr.jmh.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of {@code accuracy.csv}: the distance of an evaluator's values from the correctly rounded values.
 *
 * @param first the first iteration compared
 * @param ulps the largest distance, in ulps of double; NaN, which compares as larger than any, if there were no values
 * @param failure the reason why there were none
 */
public record AccuracyRow(String evaluator, String schedule, long first, double ulps, String failure) {
    /** The gamma of exp_range by iteration in the accuracy runs: it leaves an amplitude at the last start. */
    public static final double GAMMA = 0.999999999;

    /** The rows of a file, the heading first; none if it is absent. */
    static List<AccuracyRow> read(Path csv) throws IOException {
        if (!Files.exists(csv)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.skip(1).map(AccuracyRow::of).toList();
        }
    }

    private static AccuracyRow of(String line) {
        String[] fields = line.split(",", 5);
        return new AccuracyRow(
                fields[0],
                fields[1],
                Long.parseLong(fields[2]),
                fields[3].isEmpty() ? Double.NaN : Double.parseDouble(fields[3]),
                fields[4]);
    }

    /** The largest error of an evaluator for a schedule: far out exp_range may be constant, and any evaluator exact. */
    static Optional<AccuracyRow> largest(List<AccuracyRow> rows, String evaluator, String schedule) {
        return rows.stream()
                .filter(row -> row.evaluator.equals(evaluator) && row.schedule.equals(schedule))
                .max((one, other) -> Double.compare(one.ulps, other.ulps));
    }

    /** "0 ulp", "2.3 million ulp", "1.6e15 ulp", or "fails". */
    String text() {
        if (Double.isNaN(ulps)) {
            return "fails";
        }
        if (ulps >= 1e9) {
            return String.format(Locale.ROOT, "%.1e ulp", ulps).replace("e+", "e");
        }
        NumberFormat format = NumberFormat.getCompactNumberInstance(Locale.US, NumberFormat.Style.LONG);
        format.setMaximumFractionDigits(1);
        return format.format(ulps) + " ulp";
    }
}
