package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;

/**
 * Small fills of one curve at any place, for which nothing is set up: by numbers that are made once. Immutable, so that threads
 * share one.
 */
sealed interface Anywhere permits FewElements, WholeRamps {
    /**
     * Fills one of the arrays, whichever is not null, if it can, and says so; else part of the range may have been written.
     *
     * @param first any; iterations out of range are among what it cannot
     * @param offset of a range that the array holds
     * @throws ArithmeticException if a caller's scale function is NaN or infinite there
     */
    boolean fill(long first, double[] doubles, float[] floats, int offset, int length);

    /** For a curve, and arrays of one type; null where its numbers, or the step sizes, are out of the ordinary. */
    static Anywhere of(Tables tables, Curve curve, boolean floats) {
        WholeRamps ramps = tables.isPlain() ? WholeRamps.of(tables, curve, floats) : null;
        return ramps != null ? ramps : FewElements.of(tables, curve);
    }
}
