package io.github.cycliclr.contract;

import io.github.cycliclr.contract.HardCases.Case;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.kernel.Kernels;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The contract of the bulk evaluator, as comparisons of bits that throw with the first difference. */
public final class Contract {
    private Contract() {}

    /** Holds the bulk evaluator with these kernels against the exact evaluator. */
    public static void againstExact(Kernels kernels, Kind kind, long seed, long values) {
        HardCases cases = new HardCases(seed);
        for (long done = 0; done < values; ) {
            Case next = cases.next(kind, 3000);
            BulkEvaluator bulk = BulkEvaluator.of(next.shape(), kernels);
            ExactEvaluator exact = new ExactEvaluator(next.shape());
            // Kernels see the whole range; the judge, which is slow, a sample of it and its ends.
            double[] doubles = new double[next.length()];
            float[] floats = new float[next.length()];
            bulk.fill(next.curve(), next.first(), doubles);
            bulk.fill(next.curve(), next.first(), floats);
            SplittableRandom sample = new SplittableRandom(seed + done);
            int count = Math.min(next.length(), 400);
            for (int i = 0; i < count; i++) {
                int j = next.length() <= 400 ? i : sample.nextInt(next.length());
                long n = next.first() + j;
                same(doubles[j], exact.valueAt(next.curve(), n), next, n);
                same(floats[j], exact.floatValueAt(next.curve(), n), next, n);
            }
            done += count;
        }
    }

    /** Holds two kernels against each other, and any chunking of a range against the whole. */
    public static void againstEachOther(Kernels one, Kernels other, Kind kind, long seed, long values) {
        HardCases cases = new HardCases(seed);
        SplittableRandom random = new SplittableRandom(~seed);
        for (long done = 0; done < values; ) {
            Case next = cases.next(kind, 50_000);
            double[] doubles = new double[next.length()];
            float[] floats = new float[next.length()];
            BulkEvaluator.of(next.shape(), one).fill(next.curve(), next.first(), doubles);
            BulkEvaluator.of(next.shape(), one).fill(next.curve(), next.first(), floats);
            BulkEvaluator bulk = BulkEvaluator.of(next.shape(), other);
            double[] inChunks = new double[next.length() + 7];
            float[] floatsInChunks = new float[next.length() + 7];
            for (int at = 0; at < next.length(); ) {
                int chunk = Math.min(1 + random.nextInt(1 << random.nextInt(1, 17)), next.length() - at);
                bulk.fill(next.curve(), next.first() + at, inChunks, 7 + at, chunk);
                bulk.fill(next.curve(), next.first() + at, floatsInChunks, 7 + at, chunk);
                at += chunk;
            }
            int difference = Arrays.mismatch(doubles, Arrays.copyOfRange(inChunks, 7, inChunks.length));
            if (difference >= 0) {
                same(doubles[difference], inChunks[7 + difference], next, next.first() + difference);
            }
            difference = Arrays.mismatch(floats, Arrays.copyOfRange(floatsInChunks, 7, floatsInChunks.length));
            if (difference >= 0) {
                same(floats[difference], floatsInChunks[7 + difference], next, next.first() + difference);
            }
            done += next.length();
        }
    }

    /** Holds the scaling alone against the exact evaluator. */
    public static void scalingAgainstExact(Kernels kernels, Kind kind, long seed, long values) {
        HardCases cases = new HardCases(seed);
        for (long done = 0; done < values; ) {
            Case next = cases.next(kind, 3000);
            BulkEvaluator bulk = BulkEvaluator.of(next.shape(), kernels);
            ExactEvaluator exact = new ExactEvaluator(next.shape());
            double[] doubles = new double[next.length()];
            float[] floats = new float[next.length()];
            bulk.fillScaling(next.first(), doubles, 0, next.length());
            bulk.fillScaling(next.first(), floats, 0, next.length());
            for (int j = 0; j < next.length(); j += 1 + next.length() / 400) {
                same(doubles[j], exact.scalingAt(next.first() + j), next, next.first() + j);
                same(floats[j], exact.floatScalingAt(next.first() + j), next, next.first() + j);
                done++;
            }
        }
    }

    private static void same(double one, double other, Case of, long iteration) {
        if (Double.doubleToRawLongBits(one) != Double.doubleToRawLongBits(other)) {
            throw new AssertionError(
                    "double " + one + " instead of " + other + " at iteration " + iteration + " of " + of);
        }
    }

    private static void same(float one, float other, Case of, long iteration) {
        if (Float.floatToRawIntBits(one) != Float.floatToRawIntBits(other)) {
            throw new AssertionError(
                    "float " + one + " instead of " + other + " at iteration " + iteration + " of " + of);
        }
    }
}
