package io.github.cycliclr.schedule;

import java.util.Locale;

/** What the scaling of the amplitude counts: the x of k(x). */
public enum ScaleMode {
    /** x is the number of the cycle, from 1. */
    CYCLE,
    /** x is the number of the iteration, from 0. */
    ITERATIONS;

    /** PyTorch's spelling: {@code cycle} or {@code iterations}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
