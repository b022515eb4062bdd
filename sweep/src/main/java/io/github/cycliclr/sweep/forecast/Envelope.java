package io.github.cycliclr.sweep.forecast;

import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * Finds by bisection where a schedule passes a bound or becomes flat: the maxima of its cycles are monotonic, and so are
 * the values of one cycle before its maximum and after it.
 */
final class Envelope {
    /** In place of an iteration. */
    static final long NEVER = Long.MAX_VALUE;

    private final LongToDoubleFunction values;
    private final long period;

    /** The position of the maximum in each cycle. */
    private final long maximum;

    /** How many cycles have their maximum at an iteration that can be evaluated. */
    private final long cycles;

    Envelope(Shape shape, Scaling.Geometric scaling, LongToDoubleFunction values) {
        this.values = values;
        this.period = shape.period();
        this.maximum = maximum(shape, scaling.counts() == ScaleMode.CYCLE ? 1 : scaling.ratio());
        this.cycles = (Shape.LAST_ITERATION - maximum) / period + 1;
    }

    /** With T = up + down, r·g^r is largest at r = 1/(1 - g) if g < 1, and (T - r)·g^r at r = T - 1/(g - 1) if g > 1. */
    private static long maximum(Shape shape, double g) {
        return g < 1
                ? Math.max(1, Math.min(shape.stepSizeUp(), (long) (1 / (1 - g))))
                : shape.stepSizeUp() + Math.max(0, (long) (shape.stepSizeDown() - 1 / (g - 1)));
    }

    /** The first iteration with a value above the bound, if the amplitude grows. */
    long firstAbove(double bound) {
        LongPredicate isAbove = iteration -> values.applyAsDouble(iteration) > bound;
        long cycle = first(0, cycles, c -> isAbove.test(c * period + maximum));
        return cycle == cycles ? NEVER : first(cycle * period, cycle * period + maximum, isAbove);
    }

    /** The iteration from which on all values are the base, if the amplitude shrinks. */
    long flatFrom() {
        double base = values.applyAsDouble(0);
        LongPredicate isFlat = iteration -> values.applyAsDouble(iteration) == base;
        long cycle = first(0, cycles, c -> isFlat.test(c * period + maximum));
        if (cycle == 0 || cycle == cycles) {
            return cycle == 0 ? 0 : NEVER;
        }
        long previous = (cycle - 1) * period;
        return first(previous + maximum, previous + period, isFlat);
    }

    /** The first number of [low, high) for which the predicate holds, as it does for all that follow; otherwise high. */
    private static long first(long low, long high, LongPredicate predicate) {
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (predicate.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
