package io.github.cycliclr.schedule;

import java.util.Objects;

/**
 * The shape w(n) = f(r)·k(x) that all curves of a schedule share.
 *
 * <p>With T = stepSizeUp + stepSizeDown, iteration n has the cycle c = ⌊n / T⌋ and the position r = n mod T in it; then
 * f(r) = r / stepSizeUp for r ≤ stepSizeUp and (T - r) / stepSizeDown beyond, and x is c + 1 or n, as the scaling counts.
 *
 * @param stepSizeUp iterations from foot to peak, 1 to 2<sup>61</sup>
 * @param stepSizeDown iterations from peak to foot, 1 to 2<sup>61</sup>
 * @param scaling k
 */
public record Shape(long stepSizeUp, long stepSizeDown, Scaling scaling) {
    /** The last iteration that has a value: 2<sup>62</sup>. */
    public static final long LAST_ITERATION = 1L << 62;

    /** @throws InvalidScheduleException if a step size breaks its rule */
    public Shape {
        Objects.requireNonNull(scaling, "scaling");
        InvalidScheduleException.throwIfAny(Rules.stepSize("step_size_up", stepSizeUp));
        InvalidScheduleException.throwIfAny(Rules.stepSize("step_size_down", stepSizeDown));
    }

    /** Iterations in a cycle, T. */
    public long period() {
        return stepSizeUp + stepSizeDown;
    }

    /** The cycle number of an iteration as PyTorch counts it, from 1. */
    public long cycle(long iteration) {
        return iteration / period() + 1;
    }

    /** What the scaling counts at an iteration: the cycle number or the iteration itself. */
    public long scalingArgument(long iteration) {
        return scaling.counts() == ScaleMode.CYCLE ? cycle(iteration) : iteration;
    }
}
