package io.github.cycliclr.sweep.forecast;

import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * The tops of the cycles, which rise or fall for good as the scaling does, so that bisection finds where they pass a bound.
 * From the foot of a cycle up to its top the values rise, and from there to the next foot they fall.
 */
final class Envelope {
    private final Shape shape;
    private final LongToDoubleFunction values;

    /** Where in a cycle the top is: at the peak of the ramps, unless the scaling changes by iteration. */
    private final long top;

    /**
     * An envelope.
     *
     * @param values of a curve whose peak is above its rest, by iteration
     */
    Envelope(Shape shape, Scaling.Geometric scaling, LongToDoubleFunction values) {
        this.shape = shape;
        this.values = values;
        this.top = scaling.counts() == ScaleMode.CYCLE || scaling.ratio() == 1
                ? shape.stepSizeUp()
                : top(shape, scaling.ratio());
    }

    /** The largest of r·g^r on the way up, or of (T - r)·g^r on the way down: from where a step more shrinks it. */
    private static long top(Shape shape, double g) {
        if (g < 1) {
            return Math.max(1, Math.min(shape.stepSizeUp(), (long) (1 / (1 - g))));
        }
        return shape.stepSizeUp() + Math.max(0, (long) (shape.stepSizeDown() - 1 / (g - 1)));
    }

    /** The first iteration with a value above the bound, of a schedule whose amplitude grows. */
    OptionalLong passes(double bound) {
        long cycle = firstCycle(iteration -> values.applyAsDouble(iteration) > bound);
        if (cycle < 0) {
            return OptionalLong.empty();
        }
        long foot = cycle * shape.period();
        return OptionalLong.of(first(foot, foot + top, iteration -> values.applyAsDouble(iteration) > bound));
    }

    /** The iteration from which on all values are that at the foot, of a schedule whose amplitude shrinks. */
    OptionalLong flattens() {
        double foot = values.applyAsDouble(0);
        LongPredicate isFlat = iteration -> values.applyAsDouble(iteration) == foot;
        long cycle = firstCycle(isFlat);
        if (cycle <= 0) {
            return cycle < 0 ? OptionalLong.empty() : OptionalLong.of(0);
        }
        long last = (cycle - 1) * shape.period();
        return OptionalLong.of(first(last + top, last + shape.period(), isFlat));
    }

    /** The first cycle, from 0, whose top is so; -1 where none is. */
    private long firstCycle(LongPredicate isSo) {
        long last = (Shape.LAST_ITERATION - top) / shape.period();
        if (!isSo.test(last * shape.period() + top)) {
            return -1;
        }
        return first(0, last, cycle -> isSo.test(cycle * shape.period() + top));
    }

    /** The first that is so, where all behind it are, and the last is. */
    private static long first(long from, long last, LongPredicate isSo) {
        long low = from;
        long high = last;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (isSo.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
