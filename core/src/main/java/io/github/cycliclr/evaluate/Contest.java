package io.github.cycliclr.evaluate;

/**
 * Which way to write what is periodic is the fastest here and now, where memory decides. Plain copies, copies that bypass the
 * caches and computing differ by up to a factor of two, in either direction: by processor, by JVM, and within an hour by
 * what others do on the same machine. So each is timed at the work itself, of which all write the same bits.
 *
 * <p>For a period and a type. Threads may share it without a lock: what they lose is an observation, or a try.
 */
final class Contest {
    enum Way {
        STREAMED,
        COPIED,
        COMPUTED
    }

    private static final Way[] WAYS = Way.values();

    /**
     * Pieces before the first try of computing, so that to fill one array, of up to 256 MiB, need not wait for kernels to be
     * compiled.
     */
    private static final int BEFORE_COMPUTING = 16;

    /**
     * A way that has written few pieces is tried again after 8 written in others, until there are so many: as long as it is
     * used so rarely its code is not compiled, or not well. Kernels of 256 bits, with which computing was the fastest way,
     * were slower than copies in the first ten.
     */
    private static final int EARLY_TRIES = 12;

    /** Then after 16 pieces, and so on up to 256, for which memory takes about a second. */
    private static final int MOST_TRIES = EARLY_TRIES + 5;

    private static final int PATIENCE = 8;

    /** By so much the way that is gone is believed to be slower from piece to piece, unless it is not. */
    private static final double FORGETTING = 1.05;

    /** Nanoseconds an element, of late; more than any before the first try. */
    private final double[] times = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};

    private final int[] tries = new int[WAYS.length];
    private final long[] due = {0, 0, BEFORE_COMPUTING};
    private long now;

    /** The way to go for the next piece; one kind of copies must be possible. */
    Way next(boolean canStream, boolean canCopy, boolean canCompute) {
        now++;
        Way next = null;
        for (Way way : WAYS) {
            boolean possible =
                    switch (way) {
                        case STREAMED -> canStream;
                        case COPIED -> canCopy;
                        case COMPUTED -> canCompute;
                    };
            int i = way.ordinal();
            if (possible && now > due[i]) {
                times[i] = Double.MAX_VALUE; // what was before the last try says nothing
                next = way;
                break;
            }
            if (possible && (next == null || times[i] < times[next.ordinal()])) {
                next = way;
            }
        }
        due[next.ordinal()] = Long.MAX_VALUE; // until its time is known, so that other threads do not try it as well
        return next;
    }

    /** Says how long a piece took; the longer pieces are, the more it says. */
    void took(Way way, long nanos, int elements) {
        int i = way.ordinal();
        double time = (double) Math.max(nanos, 1) / elements;
        times[i] = Math.min(time, times[i] * FORGETTING); // a piece that was held up says little
        tries[i] = Math.min(tries[i] + 1, MOST_TRIES);
        due[i] = now + ((long) PATIENCE << Math.max(0, tries[i] - EARLY_TRIES));
    }
}
