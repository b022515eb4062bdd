package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.evaluate.ReferenceEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.ScalarKernels;
import java.util.Arrays;

/** What is timed: something that fills an array, and knows how to check it. */
interface Filler {
    /** For people: which evaluator it really is. */
    String description();

    void fill(double[] out);

    void fill(float[] out);

    /** @throws IllegalStateException if a value is wrong */
    void check(double[] out);

    /** @throws IllegalStateException if a value is wrong */
    void check(float[] out);

    /**
     * The filler of a name.
     *
     * @param name {@code arrays_fill}, {@code textbook}, {@code portable} or {@code vector}
     * @param choice the best kernels that can run here
     * @throws IllegalStateException if vector is asked for and the best kernels are not vector kernels: another
     *     evaluator's time must not go by that name
     */
    static Filler of(String name, Workload workload, KernelChoice choice) {
        return switch (name) {
            case "arrays_fill" -> new ArraysFill(workload.curve().rest());
            case "textbook" ->
                new Evaluation(
                        "textbook",
                        new ReferenceEvaluator(workload.shape()),
                        workload,
                        new OutputCheck(workload, false));
            case "portable" -> bulk(workload, new KernelChoice("portable", ScalarKernels.INSTANCE, "asked for"));
            case "vector" -> {
                if (!choice.name().equals("vector")) {
                    throw new IllegalStateException("no vector kernels run here: " + choice.reason());
                }
                yield bulk(workload, choice);
            }
            default ->
                throw new IllegalArgumentException(
                        "evaluator is " + name + "; it must be arrays_fill, textbook, portable or vector");
        };
    }

    private static Filler bulk(Workload workload, KernelChoice choice) {
        return new Evaluation(
                choice.name() + " (kernels: " + choice.kernels().description() + ")",
                BulkEvaluator.of(workload.shape(), choice.kernels()),
                workload,
                new OutputCheck(workload, true));
    }

    /** Fills the range of a workload by an evaluator. */
    record Evaluation(String description, Evaluator evaluator, Workload workload, OutputCheck check) implements Filler {
        @Override
        public void fill(double[] out) {
            evaluator.fill(workload.curve(), workload.first(), out, 0, out.length);
        }

        @Override
        public void fill(float[] out) {
            evaluator.fill(workload.curve(), workload.first(), out, 0, out.length);
        }

        @Override
        public void check(double[] out) {
            check.accept(out);
        }

        @Override
        public void check(float[] out) {
            check.accept(out);
        }
    }

    /** The roof: nothing that writes every element is expected to be much faster. */
    record ArraysFill(double value) implements Filler {
        @Override
        public String description() {
            return "java.util.Arrays.fill";
        }

        @Override
        public void fill(double[] out) {
            Arrays.fill(out, value);
        }

        @Override
        public void fill(float[] out) {
            Arrays.fill(out, (float) value);
        }

        @Override
        public void check(double[] out) {
            for (double each : out) {
                require(each == value);
            }
        }

        @Override
        public void check(float[] out) {
            for (float each : out) {
                require(each == (float) value);
            }
        }

        private static void require(boolean filled) {
            if (!filled) {
                throw new IllegalStateException("Arrays.fill has not filled the array");
            }
        }
    }
}
