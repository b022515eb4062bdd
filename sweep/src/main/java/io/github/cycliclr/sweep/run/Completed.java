package io.github.cycliclr.sweep.run;

import io.github.cycliclr.sweep.output.Layout;
import java.util.HashMap;
import java.util.Map;

/** Which tiles are written; they are finished in almost the order of their numbers, by several threads. */
final class Completed {
    private final Sweep sweep;

    /** Beyond a gap; seldom more than there are threads. */
    private final Map<Long, Tile> beyond = new HashMap<>();

    private Prefix prefix = new Prefix(0, 0, 0);

    /**
     * What is written without a gap.
     *
     * @param tiles from the first one
     * @param elements of each array, from the first one
     * @param end behind the last element of each array that is written, before which others may be missing
     */
    record Prefix(long tiles, long elements, long end) {}

    Completed(Sweep sweep) {
        this.sweep = sweep;
    }

    /** A tile is written; returns what is, with it. */
    synchronized Prefix add(Tile tile) {
        beyond.put(tile.number(), tile);
        Tile next;
        while ((next = beyond.remove(prefix.tiles)) != null) {
            int row = next.firstRow() + next.rows() - 1;
            long last = sweep.element(row, next.firstIteration() + next.iterations() - 1);
            prefix = new Prefix(prefix.tiles + 1, elements(next), Math.max(prefix.end, last + 1));
        }
        return prefix;
    }

    /** Those up to the end of a tile. */
    private long elements(Tile last) {
        int rows = sweep.configurations().count();
        if (sweep.layout() == Layout.CONFIG_MAJOR) {
            return sweep.element(last.firstRow(), last.firstIteration()) + last.size();
        }
        // A band leaves gaps for those that follow.
        return last.firstRow() + last.rows() == rows ? (last.firstIteration() + last.iterations()) * rows : 0;
    }
}
