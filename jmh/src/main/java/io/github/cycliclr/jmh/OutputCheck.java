package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.evaluate.ReferenceEvaluator;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Refuses an array that does not hold the values of a workload.
 *
 * <p>No element may be NaN, with which the array was filled before. A sample is held against the exact evaluator: equal
 * bits where the values claim to be correctly rounded, and the tolerance of plain double arithmetic otherwise. All of
 * the sample must be within that tolerance of the textbook formula as well.
 *
 * @param correctlyRounded whether the values must be the exact evaluator's, bit for bit
 */
record OutputCheck(Workload workload, boolean correctlyRounded) {
    /** Arrays up to this size are checked whole; of larger ones both ends, and as many elements drawn at random. */
    static final int SAMPLE = 2_048;

    private static final int END = 64;

    /** @throws IllegalStateException if a value is wrong */
    void accept(double[] out) {
        ExactEvaluator exact = new ExactEvaluator(workload.shape());
        for (int i = 0; i < out.length; i++) {
            require(!Double.isNaN(out[i]), i, out[i], "a number");
        }
        sample(out.length, i -> {
            double right = exact.valueAt(workload.curve(), workload.first() + i);
            boolean same = Double.doubleToLongBits(out[i]) == Double.doubleToLongBits(right);
            require(same || !correctlyRounded, i, out[i], right);
            requireNear(i, out[i], right, Math.ulp(out[i]));
        });
    }

    /** @throws IllegalStateException if a value is wrong */
    void accept(float[] out) {
        ExactEvaluator exact = new ExactEvaluator(workload.shape());
        for (int i = 0; i < out.length; i++) {
            require(!Float.isNaN(out[i]), i, out[i], "a number");
        }
        sample(out.length, i -> {
            float right = exact.floatValueAt(workload.curve(), workload.first() + i);
            boolean same = Float.floatToIntBits(out[i]) == Float.floatToIntBits(right);
            require(same || !correctlyRounded, i, out[i], right);
            requireNear(i, out[i], right, Math.ulp(out[i]));
        });
    }

    /** An ulp allows for the last rounding, half of it on each side. */
    private void requireNear(int i, double value, double exact, double ulp) {
        long iteration = workload.first() + i;
        ReferenceEvaluator textbook = new ReferenceEvaluator(workload.shape());
        double reference = textbook.valueAt(workload.curve(), iteration);
        double tolerance = textbook.tolerance(workload.curve(), iteration) + ulp;
        require(Math.abs(value - exact) <= tolerance, i, value, exact + " (exact) within " + tolerance);
        require(Math.abs(value - reference) <= tolerance, i, value, reference + " (textbook) within " + tolerance);
    }

    /** Calls for the elements to check of an array of a length. */
    static void sample(int length, IntConsumer check) {
        SplittableRandom random = new SplittableRandom(length);
        for (int i = 0; i < Math.min(length, SAMPLE); i++) {
            check.accept(length <= SAMPLE ? i : random.nextInt(length));
        }
        for (int i = 0; length > SAMPLE && i < END; i++) {
            check.accept(i);
            check.accept(length - 1 - i);
        }
    }

    /** @throws IllegalStateException if it is not right */
    void require(boolean right, int i, double value, Object expected) {
        if (!right) {
            throw new IllegalStateException("wrong value, not to be timed: iteration " + (workload.first() + i)
                    + " has " + value + ", it must be " + expected);
        }
    }
}
