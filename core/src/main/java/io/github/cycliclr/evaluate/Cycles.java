package io.github.cycliclr.evaluate;

/** Which cycle an iteration belongs to: a multiplication and a correction, in a fifth of the time of a division. */
final class Cycles {
    /** Iterations, and periods, before this are doubles, and their quotients off by less than 1. */
    static final long END = 1L << 52;

    private final long period;
    private final double perPeriod;

    /** @param period below {@link #END} */
    Cycles(long period) {
        this.period = period;
        perPeriod = 1.0 / period;
    }

    /** ⌊n / period⌋, for n from 0 to before {@link #END}. */
    long of(long n) {
        long cycle = (long) (n * perPeriod);
        long position = n - cycle * period;
        if (position < 0) {
            return cycle - 1;
        }
        return position >= period ? cycle + 1 : cycle;
    }
}
