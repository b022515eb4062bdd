package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.evaluate.ReferenceEvaluator;
import io.github.cycliclr.schedule.Curve;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rejects an output that does not hold the values of a workload.
 *
 * <p>No element may be NaN, which every output holds before it is filled. A sample is compared with the exact evaluator and
 * with the textbook formula.
 */
record OutputCheck(Workload workload, Precision precision) {
    /** Arrays up to this length are compared completely; of longer ones this many random elements, and both ends. */
    private static final int SAMPLE = 2_048;

    private static final int END = 64;

    /** How accurate the values must be. */
    enum Precision {
        /** The bits of the exact evaluator. */
        CORRECTLY_ROUNDED(1),

        /** Within the error bound of the textbook formula. */
        DOUBLE(1),

        /**
         * Within the same error bound for float arithmetic, whose unit roundoff is 2<sup>-24</sup> instead of
         * 2<sup>-53</sup>. Twice that bound, because the iteration is rounded to float, too.
         */
        FLOAT(0x1p30);

        private final double errorFactor;

        Precision(double errorFactor) {
            this.errorFactor = errorFactor;
        }
    }

    /** @throws IllegalStateException if a value is wrong */
    void accept(Output output) {
        for (int i = 0; i < output.length(); i++) {
            require(!Double.isNaN(output.get(i)), i, output, "a number");
        }
        ExactEvaluator exact = new ExactEvaluator(workload.shape());
        ReferenceEvaluator textbook = new ReferenceEvaluator(workload.shape());
        Curve curve = workload.curve();
        sample(output.length()).forEach(i -> {
            long iteration = workload.first() + i;
            double value = output.get(i);
            double rounded = output.isFloat() ? exact.floatValueAt(curve, iteration) : exact.valueAt(curve, iteration);
            double reference = textbook.valueAt(curve, iteration);
            // Half an ulp for the final rounding of each of the two values.
            double tolerance = precision.errorFactor * textbook.tolerance(curve, iteration) + output.ulp(i);
            boolean sameBits = Double.compare(value, rounded) == 0;
            require(sameBits || precision != Precision.CORRECTLY_ROUNDED, i, output, rounded);
            require(Math.abs(value - rounded) <= tolerance, i, output, rounded + " (exact) within " + tolerance);
            require(Math.abs(value - reference) <= tolerance, i, output, reference + " (textbook) within " + tolerance);
        });
    }

    private static IntStream sample(int length) {
        if (length <= SAMPLE) {
            return IntStream.range(0, length);
        }
        IntStream ends = IntStream.range(0, END).flatMap(i -> IntStream.of(i, length - 1 - i));
        return IntStream.concat(ends, new SplittableRandom(length).ints(SAMPLE, 0, length));
    }

    private void require(boolean correct, int i, Output output, Object expected) {
        if (!correct) {
            throw new IllegalStateException("wrong value, not to be timed: iteration " + (workload.first() + i)
                    + " has " + output.get(i) + "; it must be " + expected);
        }
    }
}
