package io.github.cycliclr.sweep.run;

import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.Layout;
import java.util.function.LongConsumer;

/** Hands out the tiles of a sweep, each once, in the order in which they stand in the file as far as possible. */
final class Tiles {
    private final Sweep sweep;
    private Band band;
    private int bandStart;
    private int row; // within the band
    private long iteration;
    private long number;
    private boolean stopped;

    /**
     * The tiles of a sweep.
     *
     * @param done how many of them, from the first, are left out
     * @param skipped is told how many values each of these has
     */
    Tiles(Sweep sweep, long done, LongConsumer skipped) {
        this.sweep = sweep;
        this.band = new Band(sweep.configurations(), 0);
        while (number < done) {
            skipped.accept(next().size());
        }
    }

    /** The next tile, or null if there is none any more. */
    synchronized Tile next() {
        if (row == band.rows()) {
            bandStart += band.rows();
            row = 0;
            if (bandStart < sweep.configurations().count()) {
                band = new Band(sweep.configurations(), bandStart);
            }
        }
        if (stopped || bandStart == sweep.configurations().count()) {
            return null;
        }
        int rows = Math.min(rowsOfTiles(), band.rows() - row);
        int iterations = (int) Math.min(sweep.iterations() - iteration, Math.max(1, Block.SIZE / rowsOfTiles()));
        Tile tile = new Tile(number++, band, bandStart + row, rows, iteration, iterations);
        iteration += iterations;
        if (iteration == sweep.iterations()) {
            iteration = 0;
            row += rows;
        }
        return tile;
    }

    /** Whole rows if they are short or the layout wants them side by side; else a piece of one row. */
    private int rowsOfTiles() {
        return sweep.layout() == Layout.ITERATION_MAJOR
                ? band.rows()
                : (int) Math.max(1, Math.min(band.rows(), Block.SIZE / sweep.iterations()));
    }

    /** No more tiles. */
    synchronized void stop() {
        stopped = true;
    }
}
