package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

/**
 * The way through a block of what is computed in lanes of doubles, turn by turn: four vectors at once, all of which are
 * written before it is known whether all elements are proven. What does not fill a last turn is done by one that overlaps the
 * one before it.
 *
 * <p>The loop itself is a method of each kernel: with calls behind it, across which the compiler would have to save the
 * loop's constants, it makes them anew in every turn, or objects of them. So that method must be too large to be inlined here:
 * more than 325 bytes of bytecode. Methods that return vectors would make it smaller, but each call of one would make an
 * object: the warm-up has those compiled by themselves first, to more code than the compiler inlines.
 *
 * @param <B> a block
 * @param <A> an array of doubles or floats
 */
abstract class DoubleTurns<B, A> {
    static final int LANES = DOUBLES.length();

    /** Elements of a turn. */
    static final int TURN = 4 * LANES;

    /**
     * Whole turns from an element on.
     *
     * @return the beginning of the first turn with an element that is not proven, or the end
     */
    abstract int turns(B block, A out, int offset, int from, int end);

    /** The scalar kernel. */
    abstract int settle(B block, A out, int offset, int from, int to);

    /** The same for a whole turn. */
    int settleTurn(B block, A out, int offset, int from) {
        return settle(block, out, offset, from, from + TURN);
    }

    /** As {@link io.github.cycliclr.kernel.Kernels} has it. */
    int fill(B block, A out, int offset, int from, int to) {
        int at = from;
        while (at < to) {
            int i = at;
            int end = to - (to - at) % TURN;
            if (end == at) {
                if (to - TURN < from) {
                    return settle(block, out, offset, at, to);
                }
                i = to - TURN;
                end = to;
            }
            i = turns(block, out, offset, i, end);
            if (i < end) { // the whole turn, for what it overlaps has been overwritten
                int proven = settleTurn(block, out, offset, i);
                if (proven < i + TURN) {
                    return proven;
                }
                i += TURN;
            }
            at = i;
        }
        return to;
    }
}
