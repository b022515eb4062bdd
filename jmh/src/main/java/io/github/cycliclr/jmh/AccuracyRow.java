package io.github.cycliclr.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A line of {@code accuracy.csv}, which {@link Accuracy} writes: how far from the correctly rounded values an evaluator's
 * are.
 *
 * @param first the iteration from which on values were compared
 * @param ulps the largest distance, in ulps of double; NaN where there were no values, which compares as larger than any
 * @param failure why there were none
 */
public record AccuracyRow(String evaluator, String schedule, long first, double ulps, String failure) {
    /** The gamma of exp_range by iteration: an amplitude is left where the last values are compared. */
    public static final double GAMMA = 0.999999999;

    /** {@link #text} of what is correctly rounded. */
    public static final String EXACT = "0 ulp";

    /** @throws java.nio.file.NoSuchFileException if the file is absent */
    public static List<AccuracyRow> read(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return of(lines.toList());
        }
    }

    /** The rows of the lines of such a file, the heading first. */
    static List<AccuracyRow> of(List<String> lines) {
        return lines.stream().skip(1).map(AccuracyRow::of).toList();
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

    /** For people: "0 ulp", "2.3 million ulp", "1.6e15 ulp", or "fails". */
    public String text() {
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
