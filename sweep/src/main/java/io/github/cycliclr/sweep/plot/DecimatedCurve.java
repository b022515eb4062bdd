package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The points to draw a curve through: every trough and peak, and chords for ramps that are not straight. With more cycles
 * than fit into the width of a picture: the least and the largest value of each column of pixels, so that no peak is lost.
 */
record DecimatedCurve(double[] iterations, double[] values) {
    /** The number of chords of a curved ramp: their error is below 0.2 % of the amplitude. */
    private static final int CHORDS = 16;

    /** Cycles at least this number of columns wide are drawn ramp by ramp. */
    private static final int COLUMNS_OF_CYCLE = 11;

    /** The number of columns of a single line: about one for each pixel. */
    static final int COLUMNS = 1100;

    /** The number of points of an envelope. */
    private static final int POINTS = 400;

    /** The curve from iteration {@code first} to {@code last}, both included, for a linear axis. */
    static DecimatedCurve of(Evaluator evaluator, Curve curve, long first, long last) {
        int chords = evaluator.shape().scaling().counts() == ScaleMode.CYCLE ? 1 : CHORDS;
        return of(evaluator, curve, first, last, COLUMNS, chords);
    }

    /** The same with a given number of columns, for an axis that may be logarithmic, where straight ramps are curved. */
    static DecimatedCurve bent(Evaluator evaluator, Curve curve, long first, long last, int columns) {
        return of(evaluator, curve, first, last, columns, CHORDS);
    }

    private static DecimatedCurve of(Evaluator evaluator, Curve curve, long first, long last, int columns, int chords) {
        Shape shape = evaluator.shape();
        if ((last - first) / shape.period() > columns / COLUMNS_OF_CYCLE) {
            return columns(evaluator, curve, first, last, columns);
        }
        TreeSet<Long> points = new TreeSet<>(List.of(first, last));
        long up = shape.stepSizeUp();
        for (long trough = first / shape.period() * shape.period(); trough < last; trough += shape.period()) {
            for (long position : extremes(shape)) {
                points.add(trough + position);
            }
            addChords(points, trough, up, chords);
            addChords(points, trough + up, shape.stepSizeDown(), chords);
        }
        return at(
                evaluator,
                curve,
                points.subSet(first, true, last, true).stream().mapToLong(Long::longValue));
    }

    /** Adds the iterations at which the chords of a ramp begin. */
    private static void addChords(Set<Long> points, long first, long length, int most) {
        long chords = Math.min(most, length);
        for (long chord = 0; chord < chords; chord++) {
            points.add(first + chord * length / chords);
        }
    }

    /**
     * The envelope of the peaks: the line through the peaks of the cycles, or some of them; if scaling counts iterations,
     * the height that a peak would have at each iteration.
     */
    static DecimatedCurve envelope(Evaluator evaluator, Curve curve, long first, long last) {
        Shape shape = evaluator.shape();
        if (shape.scaling().counts() == ScaleMode.ITERATIONS) {
            ExactEvaluator exact = new ExactEvaluator(shape);
            double amplitude = curve.peak() - curve.rest();
            long[] iterations = spread(last - first + 1).map(i -> first + i).toArray();
            return new DecimatedCurve(
                    Arrays.stream(iterations).asDoubleStream().toArray(),
                    Arrays.stream(iterations)
                            .mapToDouble(
                                    n -> amplitude == 0 ? curve.rest() : curve.rest() + amplitude * exact.scalingAt(n))
                            .toArray());
        }
        long period = shape.period();
        long up = shape.stepSizeUp();
        long from = Math.max(0, (first - up + period - 1) / period);
        long cycles = last < up ? 0 : (last - up) / period + 1 - from;
        return at(evaluator, curve, spread(cycles).map(i -> (from + i) * period + up));
    }

    /** At most {@link #POINTS} of the numbers below a count, with the first and the last. */
    private static LongStream spread(long count) {
        long some = Math.min(POINTS, count);
        return LongStream.range(0, some).map(i -> some == 1 ? 0 : (long) ((double) i / (some - 1) * (count - 1)));
    }

    private static DecimatedCurve at(Evaluator evaluator, Curve curve, LongStream wanted) {
        long[] iterations = wanted.toArray();
        return new DecimatedCurve(
                Arrays.stream(iterations).asDoubleStream().toArray(),
                Arrays.stream(iterations)
                        .mapToDouble(iteration -> evaluator.valueAt(curve, iteration))
                        .toArray());
    }

    private static DecimatedCurve columns(Evaluator evaluator, Curve curve, long first, long last, int columns) {
        LongStream.Builder ends = LongStream.builder();
        double width = ((double) last - first) / columns;
        Shape shape = evaluator.shape();
        long[] extremes = extremes(shape);
        Comparator<Long> byValue = Comparator.comparingDouble(iteration -> evaluator.valueAt(curve, iteration));
        long from = first;
        for (int column = 1; column <= columns; column++) {
            long begin = from;
            long end = column == columns ? last : first + (long) (column * width);
            List<Long> candidates = LongStream.concat(
                            LongStream.of(begin, end),
                            Arrays.stream(extremes).flatMap(position -> within(shape, position, begin, end)))
                    .boxed()
                    .toList();
            long least = Collections.min(candidates, byValue);
            long most = Collections.max(candidates, byValue);
            ends.add(Math.min(least, most)).add(Math.max(least, most));
            from = end;
        }
        return at(evaluator, curve, ends.build());
    }

    /**
     * The positions in a cycle that can hold its least or largest value: trough and peak if scaling counts cycles. A ramp
     * scaled by iteration, r · gamma^r, has its maximum at r = -1 / ln gamma; with gamma above 1 the falling ramp has it
     * at this distance before the next trough.
     */
    private static long[] extremes(Shape shape) {
        long up = shape.stepSizeUp();
        if (!(shape.scaling() instanceof Scaling.Geometric scaling) || scaling.counts() == ScaleMode.CYCLE) {
            return new long[] {0, up};
        }
        double length = -1 / Math.log(scaling.ratio()); // infinite for a gamma of 1, and 0 for one of 0
        double top = length > 0 ? Math.min(up, length) : Math.max(up, shape.period() + length);
        long below = (long) top;
        return new long[] {0, below, Math.min(below + 1, shape.period() - 1)};
    }

    /** The first and the last iteration in [from, to] at a position of a cycle, if there are any. */
    private static LongStream within(Shape shape, long position, long from, long to) {
        long period = shape.period();
        long first = Math.max(0, (from - position + period - 1) / period) * period + position;
        long last = Math.floorDiv(to - position, period) * period + position;
        return first <= to ? LongStream.of(first, last) : LongStream.empty();
    }
}
