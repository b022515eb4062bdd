package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;

/**
 * What small fills of one curve, by one type, go by: a block around the last of them, for those that go on from there, and
 * numbers for those anywhere else. Threads share it without a lock, and what they lose is a block that will be set up again.
 */
final class SmallFills {
    /** Up to this length; longer ones do not notice what is set up for them. */
    static final int LONGEST = 128;

    /** So many fills, where no block helps, before what helps anywhere is made: tables, for some schedules, of 64 KB. */
    private static final int FEW = 16;

    /** So many in a row that repeat each other or go on one behind the other, before a block is set up for more of them. */
    private static final int ROW = 3;

    final Curve curve;
    private final Tables tables;
    private final boolean isFloats;
    private final boolean haveBlocks;
    private Recent recent;
    private Anywhere anywhere;
    private int fills;

    /** Of the fills that no block covered: the iteration behind the last one, and how many in a row. */
    private long next = -1;

    private int row;

    SmallFills(Tables tables, Curve curve, boolean isFloats) {
        this.tables = tables;
        this.curve = curve;
        this.isFloats = isFloats;
        Scaling.Geometric geometric = tables.geometric();
        haveBlocks = geometric != null && geometric.ratio() != 0 && curve.rest() != curve.peak();
    }

    /** Fills by the block, if it covers the range, and says so. What it covers is in range. */
    boolean fillByBlock(long first, double[] out, int offset, int length) {
        Recent block = recent;
        return block != null && block.fill(first, out, offset, length);
    }

    /** As {@link #fillByBlock(long, double[], int, int)}, rounded to float. */
    boolean fillByBlock(long first, float[] out, int offset, int length) {
        Recent block = recent;
        return block != null && block.fill(first, out, offset, length);
    }

    /** Fills where it is if nothing has to be set up for that, and says so. */
    boolean fillAnywhere(long first, double[] out, int offset, int length) {
        return haveAnywhere() && anywhere.fill(first, out, offset, length);
    }

    /** As {@link #fillAnywhere(long, double[], int, int)}, rounded to float. */
    boolean fillAnywhere(long first, float[] out, int offset, int length) {
        return haveAnywhere() && anywhere.fill(first, out, offset, length);
    }

    private boolean haveAnywhere() {
        if (fills < FEW && ++fills == FEW) {
            anywhere = Anywhere.of(tables, curve, isFloats);
        }
        return anywhere != null;
    }

    /** Whether a range that the block does not cover is one of so many in a row that another block is worth its set-up. */
    boolean wantBlock(long first, int length) {
        Recent block = recent;
        boolean onwards = block != null && block.endsWithin(first, length);
        boolean inRow = first == next || first + length == next;
        next = first + length;
        row = inRow ? row + 1 : 1;
        boolean gains = haveBlocks && (length == 1 || !(anywhere instanceof WholeRamps));
        return gains && (onwards || row >= ROW);
    }

    /** @param block or null where kernels cannot do it */
    void keep(Recent block) {
        recent = block;
        row = 0;
    }
}
