package io.github.cycliclr.contract;

import io.github.cycliclr.contract.HardCases.Case;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

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

    /** Holds small fills here and there, of two curves in turns, against the exact evaluator, and single values. */
    public static void smallAgainstExact(Kernels kernels, Kind kind, long seed, long values) {
        HardCases cases = new HardCases(seed);
        SplittableRandom random = new SplittableRandom(~seed);
        double[] doubles = new double[131];
        float[] floats = new float[doubles.length];
        for (long done = 0; done < values; ) {
            Case next = cases.next(kind, 3000);
            List<Curve> curves = List.of(next.curve(), cases.next(kind, 1).curve());
            BulkEvaluator bulk = BulkEvaluator.of(next.shape(), kernels);
            ExactEvaluator exact = new ExactEvaluator(next.shape());
            for (int i = 0; i < 80; i++) { // many more than an evaluator waits for before it makes tables for them
                Curve curve = curves.get(i % 2);
                int count = random.nextInt(1, 1 << random.nextInt(1, 8));
                long near = next.first() + random.nextInt(next.length());
                long anywhere = random.nextLong(1L << random.nextInt(1, 63));
                long first = Math.min(random.nextInt(4) == 0 ? anywhere : near, Shape.LAST_ITERATION - count);
                bulk.fill(curve, first, doubles, 3, count);
                bulk.fill(curve, first, floats, 3, count);
                for (int j = random.nextInt(count); j < count; j += 1 + count / 3) {
                    long n = first + j;
                    double value = exact.valueAt(curve, n);
                    float floatValue = exact.floatValueAt(curve, n);
                    same(doubles[3 + j], value, next, n);
                    same(floats[3 + j], floatValue, next, n);
                    same(bulk.valueAt(curve, n), value, next, n);
                    same(bulk.floatValueAt(curve, n), floatValue, next, n);
                    done++;
                }
            }
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
            same(doubles, 0, inChunks, 7, next.length(), next, next.first());
            same(floats, 0, floatsInChunks, 7, next.length(), next, next.first());
            done += next.length();
        }
    }

    /**
     * Holds fills of large arrays against those of small ones; where values are periodic so many that each way of writing them
     * has its turn, if it can be had and the array is beyond the caches.
     */
    public static void largeAgainstSmall(Kernels kernels, Case range) {
        BulkEvaluator bulk = BulkEvaluator.of(range.shape(), kernels);
        int offset = 3;
        double[] doubles = new double[range.length() + offset];
        float[] floats = new float[range.length() + offset];
        boolean isPeriodic = range.shape().scaling() instanceof Scaling.Geometric k && k.isNone();
        for (int round = 0; round < (isPeriodic ? 7 : 1); round++) {
            bulk.fill(range.curve(), range.first(), doubles, offset, range.length());
            bulk.fill(range.curve(), range.first(), floats, offset, range.length());
            double[] small = new double[5003]; // less than two of the periods that are copied in pieces
            float[] smallFloats = new float[small.length];
            for (int at = 0; at < range.length(); at += small.length) {
                int count = Math.min(small.length, range.length() - at);
                long first = range.first() + at;
                bulk.fill(range.curve(), first, small, 0, count);
                bulk.fill(range.curve(), first, smallFloats, 0, count);
                same(small, 0, doubles, offset + at, count, range, first);
                same(smallFloats, 0, floats, offset + at, count, range, first);
            }
            Arrays.fill(doubles, Double.NaN);
            Arrays.fill(floats, Float.NaN);
        }
    }

    /** Holds fills of several curves at once against fills one by one. */
    public static void togetherAgainstAlone(Kernels kernels, Kind kind, long seed, long values) {
        HardCases cases = new HardCases(seed);
        for (long done = 0; done < values; ) {
            Case next = cases.next(kind, 200_000);
            List<Curve> curves = List.of(
                    next.curve(), cases.next(kind, 1).curve(), new Curve(0.5, 0.5), new Curve(0.25, 0.5), next.curve());
            BulkEvaluator alone = BulkEvaluator.of(next.shape(), kernels);
            BulkEvaluator together = BulkEvaluator.of(next.shape(), kernels);
            double[][] doubles = new double[curves.size()][next.length() + 3];
            float[][] floats = new float[curves.size()][next.length() + 3];
            together.fill(curves, next.first(), doubles, 3, next.length());
            together.fill(curves, next.first(), floats, 3, next.length());
            double[] expected = new double[next.length() + 3];
            float[] expectedFloats = new float[next.length() + 3];
            for (int i = 0; i < curves.size(); i++) {
                alone.fill(curves.get(i), next.first(), expected, 3, next.length());
                alone.fill(curves.get(i), next.first(), expectedFloats, 3, next.length());
                same(expected, 0, doubles[i], 0, expected.length, next, next.first() - 3);
                same(expectedFloats, 0, floats[i], 0, expected.length, next, next.first() - 3);
            }
            done += next.length();
        }
    }

    /** Holds a fill in parts, by all threads, against one by one thread. */
    public static void inPartsAgainstWhole(Kernels kernels, Kind kind, long seed) {
        if (ForkJoinPool.getCommonPoolParallelism() < 2) {
            throw new AssertionError("there are no threads for fills in parts");
        }
        HardCases cases = new HardCases(seed);
        for (int i = 0; i < 10; i++) {
            inPartsAgainstWhole(kernels, cases.nextOfManyCycles(kind, 1_500_003));
        }
    }

    private static void inPartsAgainstWhole(Kernels kernels, Case next) {
        int length = next.length();
        long first = next.first();
        BulkEvaluator bulk = BulkEvaluator.of(next.shape(), kernels);
        double[] doubles = new double[length + 3];
        float[] floats = new float[length + 3];
        bulk.parallelFill(next.curve(), first, doubles, 3, length);
        bulk.parallelFill(next.curve(), first, floats, 3, length);
        double[] expected = new double[length];
        float[] expectedFloats = new float[length];
        bulk.fill(next.curve(), first, expected);
        bulk.fill(next.curve(), first, expectedFloats);
        same(expected, 0, doubles, 3, length, next, first);
        same(expectedFloats, 0, floats, 3, length, next, first);
    }

    /** Holds fills by several threads at the same time, all of one evaluator, against one fill. */
    public static void byThreadsAgainstAlone(Kernels kernels, Kind kind, long seed) throws InterruptedException {
        HardCases cases = new HardCases(seed);
        for (int i = 0; i < 5; i++) {
            byThreadsAgainstAlone(kernels, cases.nextOfManyCycles(kind, 20_000), seed);
        }
    }

    private static void byThreadsAgainstAlone(Kernels kernels, Case next, long seed) throws InterruptedException {
        int length = next.length();
        long first = next.first();
        double[] expected = new double[length];
        float[] expectedFloats = new float[length];
        BulkEvaluator.of(next.shape(), kernels).fill(next.curve(), first, expected);
        BulkEvaluator.of(next.shape(), kernels).fill(next.curve(), first, expectedFloats);
        BulkEvaluator shared = BulkEvaluator.of(next.shape(), kernels);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            SplittableRandom random = new SplittableRandom(seed + thread);
            tasks.add(() -> {
                double[] doubles = new double[length];
                float[] floats = new float[length];
                for (int i = 0; i < 150; i++) {
                    // Most of them short, some the same again or going on behind the last: what evaluators remember.
                    int count = random.nextInt(1, random.nextInt(8) == 0 ? length : 100);
                    int from = random.nextInt(length - count);
                    for (int times = random.nextInt(1, 4); times > 0 && from + count <= length; times--) {
                        shared.fill(next.curve(), first + from, doubles, 0, count);
                        shared.fill(next.curve(), first + from, floats, 0, count);
                        same(expected, from, doubles, 0, count, next, first + from);
                        same(expectedFloats, from, floats, 0, count, next, first + from);
                        from += random.nextInt(2) * count;
                    }
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    /** Of {@code count} elements from {@code from} and {@code at} on, the first of which belongs to iteration {@code first}. */
    private static void same(double[] expected, int from, double[] actual, int at, int count, Case of, long first) {
        int difference = Arrays.mismatch(expected, from, from + count, actual, at, at + count);
        if (difference >= 0) {
            same(actual[at + difference], expected[from + difference], of, first + difference);
        }
    }

    private static void same(float[] expected, int from, float[] actual, int at, int count, Case of, long first) {
        int difference = Arrays.mismatch(expected, from, from + count, actual, at, at + count);
        if (difference >= 0) {
            same(actual[at + difference], expected[from + difference], of, first + difference);
        }
    }

    /** Holds a range against the exact evaluator at random elements of it. */
    public static void againstExact(Kernels kernels, Case range, long seed, int samples) {
        BulkEvaluator bulk = BulkEvaluator.of(range.shape(), kernels);
        ExactEvaluator exact = new ExactEvaluator(range.shape());
        double[] doubles = new double[range.length()];
        float[] floats = new float[range.length()];
        bulk.fill(range.curve(), range.first(), doubles);
        bulk.fill(range.curve(), range.first(), floats);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < samples; i++) {
            int j = random.nextInt(range.length());
            long n = range.first() + j;
            same(doubles[j], exact.valueAt(range.curve(), n), range, n);
            same(floats[j], exact.floatValueAt(range.curve(), n), range, n);
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
