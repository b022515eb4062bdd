package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.jmh.report.AccuracyRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the largest error of each evaluator, for several schedules and first iterations, and writes it to a CSV file.
 *
 * <p>Columns: evaluator, schedule, first (iteration), ulps, failure. An error is the distance from the correctly rounded
 * value in units of adjacent doubles: 0 is correctly rounded, 1 is a neighbour. If an evaluator cannot fill the range, ulps
 * is empty and failure names the reason.
 */
public final class Accuracy {
    private static final List<String> EVALUATORS =
            List.of("textbook", "djl", "pytorch", "numpy", "c", "portable", "vector");

    static final List<Long> STARTS = List.of(0L, 1_000_000L, 1_000_000_000L);

    /** All values of several cycles are compared. */
    private static final int SIZE = 16_384;

    /** The parameters of {@link Workload#of}. */
    private record Case(String schedule, String steps, double gamma) {}

    /** An amplitude remains at the last of the starts. */
    private static final List<Case> CASES = List.of(
            new Case("triangular/cycle", "2000/2000", 1),
            new Case("triangular2/cycle", "30000000/40000000", 1),
            new Case("exp_range/cycle", "2000/2000", 0.9999999),
            new Case("exp_range/iterations", "2000/2000", AccuracyRow.GAMMA));

    private Accuracy() {}

    /** Takes the file to write (default {@code results/accuracy.csv}) and the evaluators (default all). */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "results/accuracy.csv");
        List<String> evaluators = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : EVALUATORS;
        try (PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
            out.println("evaluator,schedule,first,ulps,failure");
            for (Case each : CASES) {
                for (long first : STARTS) {
                    Workload workload = Workload.of(each.schedule, each.steps, each.gamma, first);
                    double[] exact = new double[SIZE];
                    new ExactEvaluator(workload.shape()).fill(workload.curve(), first, exact);
                    for (String evaluator : evaluators) {
                        String measured = measure(evaluator, workload, exact);
                        out.println(String.join(",", evaluator, each.schedule, Long.toString(first), measured));
                    }
                }
            }
        }
    }

    /** The last two columns. */
    static String measure(String evaluator, Workload workload, double[] exact) {
        double[] out = new double[exact.length];
        try (Filler filler = Filler.of(evaluator, workload, new Output(out))) {
            filler.fill();
            filler.fetch();
            return largestError(out, exact) + ",";
        } catch (IllegalStateException | IllegalArgumentException failure) {
            return "," + failure.getMessage().replace(',', ';');
        }
    }

    /**
     * The largest distance between two elements, in units of adjacent doubles.
     *
     * @throws IllegalStateException if a value is negative or NaN, which no learning rate is
     */
    static long largestError(double[] values, double[] exact) {
        long largest = 0;
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0)) {
                throw new IllegalStateException("element " + i + " is " + values[i]);
            }
            // The bit patterns of non-negative doubles are ordered as their values.
            long distance = Double.doubleToLongBits(values[i]) - Double.doubleToLongBits(exact[i]);
            largest = Math.max(largest, Math.abs(distance));
        }
        return largest;
    }
}
