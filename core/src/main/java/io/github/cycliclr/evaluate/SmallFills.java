package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * What small fills of one curve, by one type, go by: a block around the last of them, for those that go on from there, and
 * numbers for those anywhere else. Threads share it without a lock, and what they lose is a block that will be set up again.
 */
final class SmallFills {
    /** Up to this length; longer ones do not notice what is set up for them. */
    static final int LONGEST = 128;

    /** So many fills, where no block helps, before what helps anywhere is made; of some schedules that is a table of 100 KB. */
    private static final int FEW = 16;

    /** So many in a row that repeat each other or go on one behind the other, before a block is set up for more of them. */
    private static final int ROW = 8;

    /** So many more after that: those that the block covers are not counted. */
    private static final int LONG_ROW = 64;

    static final long NONE = -1;

    final Curve curve;
    private final Tables tables;
    private final boolean isFloats;
    private final boolean haveBlocks;
    private Recent recent;
    private Anywhere anywhere;
    private int fills;

    /** Of the fills that no block covered: the iteration behind the last one, and how many in a row. */
    private long next = NONE;

    private int row;

    SmallFills(Tables tables, Curve curve, boolean isFloats) {
        this.tables = tables;
        this.curve = curve;
        this.isFloats = isFloats;
        Scaling.Geometric geometric = tables.geometric();
        haveBlocks = geometric != null && geometric.ratio() != 0 && curve.rest() != curve.peak();
    }

    /**
     * Fills by the block, if it covers the range, and says so; else part of it may have been written. What it covers is in range.
     *
     * @param first any iteration
     * @param offset of a range that the array holds
     */
    boolean fillByBlock(long first, double[] out, int offset, int length) {
        Recent block = recent;
        return block != null && block.fill(first, out, offset, length);
    }

    /** As {@link #fillByBlock(long, double[], int, int)}, rounded to float. */
    boolean fillByBlock(long first, float[] out, int offset, int length) {
        Recent block = recent;
        return block != null && block.fill(first, out, offset, length);
    }

    /** Fills one of the arrays, whichever is not null, if nothing has to be set up for that, as {@link Anywhere#fill} has it. */
    boolean fillAnywhere(long first, double[] toDoubles, float[] toFloats, int offset, int length) {
        Anywhere any = anywhere();
        return any != null && any.fill(first, toDoubles, toFloats, offset, length);
    }

    private Anywhere anywhere() {
        Anywhere any = anywhere;
        if (any == null && fills < FEW && ++fills == FEW) {
            any = Anywhere.of(tables, curve, isFloats);
            anywhere = any;
        }
        return any;
    }

    /**
     * Where a block is worth its set-up, after a range that none covers: behind it, where ranges have gone on, or where it begins,
     * where it has repeated the one before it; else {@link #NONE}.
     */
    long blockWanted(long first, int length) {
        Recent block = recent;
        long behind = first + length;
        boolean repeats = behind == next;
        boolean inRow = repeats || first == next;
        next = behind;
        if (!inRow && block == null) {
            row = 1;
            return NONE;
        }
        row = inRow ? row + 1 : 1;
        boolean gains = haveBlocks && (length == 1 || !(anywhere instanceof WholeRamps));
        boolean goesOn = block != null && !repeats && block.endsWithin(first, length);
        boolean inRange = first >= 0 && first <= Shape.LAST_ITERATION - length;
        if (!gains || row < ROW && !goesOn || !inRange) {
            return NONE;
        }
        row = -LONG_ROW; // so that one that is of no use is not set up again soon
        return repeats ? first : behind;
    }

    /** @param block or null where kernels cannot do it */
    void keep(Recent block) {
        if (block != null) {
            recent = block;
        }
    }
}
