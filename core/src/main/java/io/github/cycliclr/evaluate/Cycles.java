package io.github.cycliclr.evaluate;

/**
 * Which cycle an iteration belongs to: by a multiplication and a correction, in a fifth of the time of a division.
 *
 * <p>Those who ask keep the period and its reciprocal themselves. An element out of the blue takes as long as a processor takes
 * to follow it from load to load to its value, for it holds no more than two or three of them at a time; an object on the way,
 * which is one load more, is some hundredths of that.
 */
final class Cycles {
    private Cycles() {}

    /**
     * 2<sup>63</sup> / period, rounded down: for n below 2<sup>62</sup>, n times this is below 2<sup>63</sup>·n / period by less
     * than 2<sup>62</sup>.
     *
     * @param period 2 to 2<sup>62</sup>
     */
    static long perPeriod(long period) {
        return Long.divideUnsigned(Long.MIN_VALUE, period);
    }

    /** ⌊n / period⌋, for n from 0 to before 2<sup>62</sup>, with what {@link #perPeriod} says. */
    static long cycle(long n, long period, long perPeriod) {
        long cycle = Math.multiplyHigh(n << 1, perPeriod);
        return n - cycle * period >= period ? cycle + 1 : cycle;
    }

    /** n - period·⌊n / period⌋, likewise. */
    static long position(long n, long period, long perPeriod) {
        long position = n - Math.multiplyHigh(n << 1, perPeriod) * period;
        return position >= period ? position - period : position;
    }
}
