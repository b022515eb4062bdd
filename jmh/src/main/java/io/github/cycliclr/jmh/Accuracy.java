package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.jmh.report.AccuracyRow;
import io.github.cycliclr.kernel.KernelChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How accurate each evaluator is: writes {@code accuracy.csv}, the largest error of a fill, for schedules and starts. The
 * schedules are those whose amplitude has not vanished by any of the starts.
 *
 * <p>Columns: evaluator, schedule, first (iteration), ulps, failure. An error is the distance from the correctly rounded
 * value, in doubles from the one to the other: 0 is correctly rounded, 1 the neighbour. Where an evaluator cannot fill
 * the range, ulps is empty and failure says why.
 */
public final class Accuracy {
    private static final List<String> EVALUATORS =
            List.of("textbook", "djl", "pytorch", "numpy", "c", "portable", "vector");

    /** Iterations. */
    static final List<Long> STARTS = List.of(0L, 1_000_000L, 1_000_000_000L);

    /** Some cycles, all of whose values are compared. */
    private static final int SIZE = 16_384;

    /** What is filled, and the parameters of {@link Workload#of}. */
    private record Case(String schedule, String steps, double gamma) {}

    private static final List<Case> CASES = List.of(
            new Case("triangular/cycle", "2000/2000", 1),
            new Case("triangular2/cycle", "30000000/40000000", 1),
            new Case("exp_range/cycle", "2000/2000", 0.9999999),
            new Case("exp_range/iterations", "2000/2000", AccuracyRow.GAMMA));

    private Accuracy() {}

    /** Takes the file to write, and the evaluators if not all. */
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
                    evaluators.forEach(evaluator -> out.printf(
                            Locale.ROOT,
                            "%s,%s,%d,%s%n",
                            evaluator,
                            each.schedule,
                            first,
                            measured(evaluator, workload, exact)));
                }
            }
        }
    }

    /** The last two columns. */
    static String measured(String evaluator, Workload workload, double[] exact) {
        double[] out = new double[exact.length];
        try (Filler filler = Filler.of(evaluator, workload, out.length, KernelChoice::best)) {
            filler.fill(out);
            filler.fetch(out);
            return largestError(out, exact) + ",";
        } catch (IllegalStateException | IllegalArgumentException failure) {
            return "," + failure.getMessage().replace(',', ';');
        }
    }

    /**
     * The largest distance between two elements, in doubles from the one to the other.
     *
     * @throws IllegalStateException if a value is negative or not a number: there is no such learning rate
     */
    static long largestError(double[] values, double[] exact) {
        long largest = 0;
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0)) {
                throw new IllegalStateException("element " + i + " is " + values[i]);
            }
            // The bits of doubles of one sign are in the order of their values.
            largest =
                    Math.max(largest, Math.abs(Double.doubleToLongBits(values[i]) - Double.doubleToLongBits(exact[i])));
        }
        return largest;
    }
}
