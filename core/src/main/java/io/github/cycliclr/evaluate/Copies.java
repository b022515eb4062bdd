package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Kernels;

/** Copies of what is periodic, within the array that it is written to. */
final class Copies {
    /** Bytes of a copy: as many whole periods, or so much of a longer one. The L1 cache has room for what is written as well. */
    private static final int COPY = 1 << 13;

    /** A longer period, in bytes, would not stay in the L1 cache: each piece of it goes to all its places before the next. */
    private static final int LONGEST_WHOLE = 3 << 13;

    /** In larger arrays, in bytes, which the L3 cache may not hold, the places of a piece would lie too far apart. */
    private static final long LARGEST_IN_PIECES = 1L << 24;

    /** Bytes of a period that may be copied: those that the L2 cache holds. From further off copies are slower than kernels. */
    private static final int LONGEST = 1 << 19;

    /** The same into what is large, where copies from the L2 cache are slower than kernels that keep up with memory. */
    private static final int LONGEST_INTO_LARGE = 1 << 14;

    /** The same where copies are of pieces, which the L1 cache holds. */
    private static final int LONGEST_INTO_LARGE_IN_PIECES = 1 << 15;

    /** Copies that bypass the caches may come from memory. */
    private static final int LONGEST_STREAMED = 1 << 23;

    /** Bytes whose time says something of how fast memory is written: some 50 µs. */
    private static final long LEAST_TIMED = 1L << 20;

    /** So many bytes are timed by themselves that what the caches still hold of those before hardly counts. */
    private static final int MOST_TIMED = 1 << 24;

    private final Output output;
    private final Kernels kernels;

    Copies(Output output, Kernels kernels) {
        this.output = output;
        this.kernels = kernels;
    }

    /** Whether it takes the clock to tell if copies are better: memory decides, and so many elements say something of it. */
    boolean areTimed(long period, int length) {
        return output.isBeyondCaches()
                && (length - period) * output.bytes() >= LEAST_TIMED
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

    /** Elements of the next piece that is timed, of those that are left: whole periods, or all. */
    int piece(int period, int left) {
        int most = multiple(MOST_TIMED, period);
        return left < most + LEAST_TIMED / output.bytes() ? left : most;
    }

    /** Repeats the period that stands at {@code at}, from element {@code from}, behind whole periods, to {@code to}. */
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

    /** Elements: the whole periods in so many bytes, or one. */
    private int multiple(int size, int period) {
        return Math.max(1, size / output.bytes() / period) * period;
    }
}
