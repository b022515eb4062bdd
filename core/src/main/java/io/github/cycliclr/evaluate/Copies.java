package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Kernels;

/** Copies of what is periodic, within the array that it is written to. */
final class Copies {
    /** Bytes of a copy: shorter periods by as many, so that the L1 cache has room for what is written as well ... */
    private static final int COPY = 1 << 13;

    /** ... and periods longer than this, which it would not hold, in pieces, each to all its places before the next ... */
    private static final int LONGEST_WHOLE = 3 << 13;

    /** ... in arrays up to this size: in larger ones, which the L3 cache may not hold, pieces lie too far apart. */
    private static final long LARGEST_IN_PIECES = 1L << 24;

    /** Bytes of a period that may be copied: those that the L2 cache holds; from further off copies are slower than kernels ... */
    private static final int LONGEST = 1 << 19;

    /** ... as they are from the L2 cache into what is large, if kernels are as fast as memory. */
    private static final int LONGEST_INTO_LARGE = 1 << 14;

    private static final int LONGEST_INTO_LARGE_IN_PIECES = 1 << 15;

    /** Copies that bypass the caches may come from memory. */
    private static final int LONGEST_STREAMED = 1 << 23;

    /** Bytes whose time says something of how fast memory is written: some 50 µs ... */
    private static final long LEAST_TIMED = 1L << 20;

    /** ... and so many that what the caches still hold of the piece before hardly counts. */
    private static final int MOST_TIMED = 1 << 24;

    private final Output output;
    private final Kernels kernels;

    Copies(Output output, Kernels kernels) {
        this.output = output;
        this.kernels = kernels;
    }

    /** Whether so many elements, of which some are repeated, are better timed: memory decides how fast they are written. */
    boolean areBeyondCaches(long period, int length) {
        return output.isBeyondCaches()
                && (long) length * output.bytes() >= LEAST_TIMED
                && (canRepeat(period) || canStream(period));
    }

    /** Whether to copy a period is better than to compute it again, where caches decide. */
    boolean areBetter(long period) {
        int longest = !output.isLarge() || !kernels.keepUpWithMemory()
                ? LONGEST
                : isInPieces() ? LONGEST_INTO_LARGE_IN_PIECES : LONGEST_INTO_LARGE;
        return period <= longest / output.bytes();
    }

    /** Whether a period is short enough for {@link #repeat}. */
    boolean canRepeat(long period) {
        return period <= LONGEST / output.bytes();
    }

    /** Whether a period is short enough for {@link #stream}, and the JVM has such copies. */
    boolean canStream(long period) {
        return kernels.streamingCopy() < Integer.MAX_VALUE && period <= LONGEST_STREAMED / output.bytes();
    }

    /** Elements of a piece that is timed, whole periods. */
    int piece(int period) {
        return multiple(MOST_TIMED, period);
    }

    /** Repeats the period that stands at {@code at}, from element {@code from} to {@code to} behind it: whole periods. */
    void repeat(int at, int period, int from, int to) {
        if (isInPieces() && period > LONGEST_WHOLE / output.bytes()) {
            repeatInPieces(at, period, from, to);
        } else {
            repeatInOrder(at, period, from, to, multiple(COPY, period), COPY / output.bytes());
        }
    }

    /** The same by copies that bypass the caches. */
    void stream(int at, int period, int from, int to) {
        int source = multiple(kernels.streamingCopy() + (period - 1) * output.bytes(), period);
        if (from < source) {
            repeat(at, period, from, Math.min(source, to));
        }
        if (to > source) {
            repeatInOrder(at, period, Math.max(from, source), to, source, source);
        }
    }

    /** From whole periods, {@code most} elements of them, by copies of up to {@code longest} elements. */
    private void repeatInOrder(int at, int period, int from, int to, int most, int longest) {
        for (int done = from; done < to; ) {
            int begin = done % period; // which is 0 unless a period is longer than a copy
            int count = Math.min(Math.min(Math.min(done, most) - begin, longest), to - done);
            output.copy(at + begin, at + done, count);
            done += count;
        }
    }

    private void repeatInPieces(int at, int period, int from, int to) {
        int longest = COPY / output.bytes();
        for (int piece = 0; piece < period; piece += longest) {
            int count = Math.min(longest, period - piece);
            for (int j = from + piece; j < to; j += period) { // far from overflow, in arrays of that size
                output.copy(at + piece, at + j, Math.min(count, to - j));
            }
        }
    }

    private boolean isInPieces() {
        return output.size() <= LARGEST_IN_PIECES;
    }

    /** Whole periods of about this many bytes, or one. */
    private int multiple(int size, int period) {
        return Math.max(1, size / output.bytes() / period) * period;
    }
}
