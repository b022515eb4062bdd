package io.github.cycliclr.simd;

/**
 * The way through a block in spans: of one turn of four vectors, or of several, which share numbers that the value in each of
 * their lanes is computed from.
 *
 * <p>The numbers of many spans are computed first, as vectors of as many spans as there are doubles in one, and left in
 * memory, in the block's scratch. What does not fill a last span is done by one that overlaps the one before it.
 *
 * <p>Beyond the caches each store here waits for those of the block before it, which wait for memory. So what is known of a
 * piece goes with its numbers, rather than from method to method, each of which would save it for the next.
 *
 * @param <B> a block
 * @param <A> an array of doubles or floats
 */
abstract class Spans<B, A> {
    /** Elements of a turn. */
    private final int turn;

    /** Turns of a span. */
    private final int turns;

    /** Elements of a span. */
    private final int span;

    /** Elements of the longest piece whose numbers are in memory at the same time. */
    private final int longest;

    /**
     * @param turn elements of a turn
     * @param turns turns of a span
     * @param most spans whose numbers are in memory at the same time
     */
    Spans(int turn, int turns, int most) {
        this.turn = turn;
        this.turns = turns;
        span = turn * turns;
        longest = most * span;
    }

    /**
     * Computes the numbers of all spans from an element to another, of at most as many as are in memory at the same time. A span
     * begins where the one before it ends, or as far before {@code to} as it is long. Vectors are in one method, which calls none
     * that return vectors, for the reason that {@link DoubleTurns} gives.
     *
     * @return whether it can be done by spans
     */
    abstract boolean prepare(B block, int from, int to);

    /**
     * The turns of the spans whose numbers have been computed, from turn k on. It is told of two places: two numbers in its loop,
     * where registers are few, rather than three.
     *
     * @param first where the first span begins in the array
     * @param last where the last one does
     * @return the first turn with an element that is not proven, or how many turns there are
     */
    abstract int turns(B block, A out, int first, int last, int k);

    /** The scalar kernel. */
    abstract int settle(B block, A out, int offset, int from, int to);

    /** How many spans there are from an element to another. */
    final int spans(int from, int to) {
        return (to - from + span - 1) / span;
    }

    /** As {@link io.github.cycliclr.kernel.Kernels} has it. */
    final int fill(B block, A out, int offset, int from, int to) {
        int at = from;
        while (to - at > longest) {
            int end = Math.min(at + longest, to - span); // a span at least is left, lest it be for scalar code
            int proven = piece(block, out, offset, at, end);
            if (proven < end) {
                return proven;
            }
            at = end;
        }
        return piece(block, out, offset, at, to);
    }

    /** So much that the numbers of all its spans are in memory at the same time. */
    private int piece(B block, A out, int offset, int from, int to) {
        if (to - from < span || !prepare(block, from, to)) {
            return settle(block, out, offset, from, to);
        }
        int k = turns(block, out, offset + from, offset + to - span, 0);
        return k == spans(from, to) * turns ? to : rest(block, out, offset, from, to, k);
    }

    /** From a turn on that has an element that is not proven. */
    private int rest(B block, A out, int offset, int from, int to, int unproven) {
        int count = spans(from, to) * turns;
        int k = unproven;
        while (k < count) { // the whole turn, for what it overlaps has been overwritten
            int at = Math.min(from + k / turns * span, to - span) + k % turns * turn;
            int proven = settle(block, out, offset, at, at + turn);
            if (proven < at + turn) {
                return proven;
            }
            k = turns(block, out, offset + from, offset + to - span, k + 1);
        }
        return to;
    }
}
