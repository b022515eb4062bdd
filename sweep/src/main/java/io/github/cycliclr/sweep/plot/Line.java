package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * A curve as the line to draw: every foot and every peak, and of the ramps between them what the eye can tell. Of more
 * cycles than a picture has room for, the least and the largest value of each column.
 */
record Line(double[] iterations, double[] values) {
    /** Chords that stand for a ramp where something bends it, by less than more of them would show. */
    private static final int CHORDS = 16;

    /** Up to a cycle in so many columns is drawn ramp by ramp. */
    private static final int COLUMNS_OF_CYCLE = 11;

    /** A column is a pixel, about, where a line stands alone. */
    static final int COLUMNS = 1100;

    /** Points to draw an envelope through. */
    private static final int POINTS = 400;

    /** The curve from iteration {@code first} to {@code last}, both included, for a linear axis. */
    static Line of(Evaluator evaluator, Curve curve, long first, long last) {
        int chords = evaluator.shape().scaling().counts() == ScaleMode.CYCLE ? 1 : CHORDS;
        return of(evaluator, curve, first, last, COLUMNS, chords);
    }

    /** The same in so many columns, for an axis that may bend straight ramps. */
    static Line bent(Evaluator evaluator, Curve curve, long first, long last, int columns) {
        return of(evaluator, curve, first, last, columns, CHORDS);
    }

    private static Line of(Evaluator evaluator, Curve curve, long first, long last, int columns, int chords) {
        Shape shape = evaluator.shape();
        if ((last - first) / shape.period() > columns / COLUMNS_OF_CYCLE) {
            return columns(evaluator, curve, first, last, columns);
        }
        LongStream feet = LongStream.iterate(
                first / shape.period() * shape.period(), foot -> foot < last, foot -> foot + shape.period());
        long up = shape.stepSizeUp();
        long[] extremes = extremes(shape);
        LongStream ramps = feet.flatMap(foot -> LongStream.concat(
                        Arrays.stream(extremes).map(position -> foot + position),
                        LongStream.concat(ramp(foot, up, chords), ramp(foot + up, shape.stepSizeDown(), chords)))
                .sorted()
                .distinct());
        LongStream within = ramps.filter(iteration -> iteration > first && iteration < last);
        return at(
                evaluator,
                curve,
                LongStream.concat(
                        LongStream.of(first),
                        LongStream.concat(within, first < last ? LongStream.of(last) : LongStream.empty())));
    }

    /**
     * What no value is beyond, from one iteration to another: the line through the peaks of the cycles, or some of them;
     * where scaling counts iterations, as high as a peak would be at each of them.
     */
    static Line envelope(Evaluator evaluator, Curve curve, long first, long last) {
        Shape shape = evaluator.shape();
        if (shape.scaling().counts() == ScaleMode.ITERATIONS) {
            ExactEvaluator exact = new ExactEvaluator(shape);
            double amplitude = curve.peak() - curve.rest();
            long[] iterations = spread(last - first + 1).map(i -> first + i).toArray();
            return new Line(
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

    /** Some of so many numbers from 0 on, the first and the last among them. */
    private static LongStream spread(long count) {
        long some = Math.min(POINTS, count);
        return LongStream.range(0, some).map(i -> some == 1 ? 0 : (long) ((double) i / (some - 1) * (count - 1)));
    }

    private static Line at(Evaluator evaluator, Curve curve, LongStream wanted) {
        long[] iterations = wanted.toArray();
        return new Line(
                Arrays.stream(iterations).asDoubleStream().toArray(),
                Arrays.stream(iterations)
                        .mapToDouble(iteration -> evaluator.valueAt(curve, iteration))
                        .toArray());
    }

    /** The iterations where the chords of a ramp begin; where the last one ends the next ramp begins. */
    private static LongStream ramp(long first, long length, int most) {
        long chords = Math.min(most, length);
        return LongStream.range(0, chords).map(chord -> first + chord * length / chords);
    }

    private static Line columns(Evaluator evaluator, Curve curve, long first, long last, int columns) {
        LongStream.Builder ends = LongStream.builder();
        double width = ((double) last - first) / columns;
        Shape shape = evaluator.shape();
        long[] extremes = extremes(shape);
        long from = first;
        for (int column = 1; column <= columns; column++) {
            long begin = from;
            long end = column == columns ? last : first + (long) (column * width);
            long[] candidates = LongStream.concat(
                            LongStream.of(begin, end),
                            Arrays.stream(extremes).flatMap(position -> within(shape, position, begin, end)))
                    .toArray();
            double[] values = Arrays.stream(candidates)
                    .mapToDouble(iteration -> evaluator.valueAt(curve, iteration))
                    .toArray();
            long least = candidates[index(values, DoubleStream.of(values).min().orElseThrow())];
            long most = candidates[index(values, DoubleStream.of(values).max().orElseThrow())];
            ends.add(Math.min(least, most)).add(Math.max(least, most));
            from = end;
        }
        return at(evaluator, curve, ends.build());
    }

    /**
     * Where in a cycle the least and the largest value can be. By cycle these are its foot and its peak; r · gamma^r, a ramp
     * scaled by iteration, has its maximum at r = -1 / ln gamma, and what falls to the next foot as much before that foot
     * where gamma is above 1.
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

    /** The first and the last iteration at a position of a cycle that are within [from, to], if there are any. */
    private static LongStream within(Shape shape, long position, long from, long to) {
        long period = shape.period();
        long first = Math.max(0, (from - position + period - 1) / period) * period + position;
        long last = Math.floorDiv(to - position, period) * period + position;
        return first <= to ? LongStream.of(first, last) : LongStream.empty();
    }

    private static int index(double[] values, double wanted) {
        int i = 0;
        while (values[i] != wanted) {
            i++;
        }
        return i;
    }
}
