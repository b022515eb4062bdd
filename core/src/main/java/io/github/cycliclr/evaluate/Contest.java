package io.github.cycliclr.evaluate;

/**
 * Which way to write what is periodic is the fastest here and now, where memory decides. Plain copies, copies that bypass the
 * caches and computing differ by up to a factor of two, in either direction: by processor, by JVM, and within an hour by
 * what others do on the same machine. So each is timed at the work itself, of which all write the same bits.
 *
 * <p>For a period and a type. Threads may share it without a lock: what they lose is an observation.
 */
final class Contest {
    enum Way {
        STREAMED,
        COPIED,
        COMPUTED
    }

    private static final Way[] WAYS = Way.values();

    /** Pieces before the first try of computing, so that fills of one array need not wait for kernels to be compiled. */
    private static final int BEFORE_COMPUTING = 16;

    /** A way is tried again after 8 pieces, which is soon after the first, for it may not have been compiled; then 16 ... */
    private static final int PATIENCE = 4;

    /** ... and 256 at last, which is about once a second. */
    private static final int MOST_TRIES = 6;

    /** By so much a way that goes on is believed to be slower from piece to piece, unless it is not. */
    private static final double FORGETTING = 1.05;

    /** Nanoseconds an element, of late; more than any before the first try. */
    private final double[] times = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};

    private final int[] tries = new int[WAYS.length];
    private final long[] due = {0, 0, BEFORE_COMPUTING};
    private long now;

    /** The way to go for the next piece; one kind of copies must be possible. */
    Way next(boolean canStream, boolean canCopy, boolean canCompute) {
        now++;
        Way best = null;
        for (Way way : WAYS) {
            boolean possible =
                    switch (way) {
                        case STREAMED -> canStream;
                        case COPIED -> canCopy;
                        case COMPUTED -> canCompute;
                    };
            int i = way.ordinal();
            if (possible && now > due[i]) {
                return way;
            }
            if (possible && (best == null || times[i] < times[best.ordinal()])) {
                best = way;
            }
        }
        return best;
    }

    /** Says how long a piece took. */
    void took(Way way, long nanos, int elements) {
        int i = way.ordinal();
        double time = (double) nanos / elements;
        boolean again = now > due[i];
        // What is older than the last try says nothing, and a piece that was held up little.
        times[i] = again ? time : Math.min(time, times[i] * FORGETTING);
        tries[i] = Math.min(tries[i] + 1, MOST_TRIES);
        due[i] = now + ((long) PATIENCE << tries[i]);
    }
}
