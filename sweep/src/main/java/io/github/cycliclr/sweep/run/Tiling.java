package io.github.cycliclr.sweep.run;

import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.Layout;

/**
 * How a sweep is cut into tiles. Its rows are cut into bands, whose schedules are in memory together; within a band,
 * tiles are numbered in the order of the file.
 *
 * @param bandRows rows of a band, except the last one
 * @param rows rows of a tile, except the last ones of a band
 * @param iterations of a tile, except the last ones of a row
 */
record Tiling(Sweep sweep, int bandRows, int rows, int iterations) {
    /** Few enough that their schedules and evaluators need little memory. */
    private static final int MOST_ROWS = 512;

    /** The same where rows are short pieces of a file: enough for a write. */
    private static final int MOST_ROWS_BY_ITERATION = 4096;

    /** Below this, setting up the evaluator of a row would take longer than its iterations. */
    private static final int LEAST_ITERATIONS = 256;

    static Tiling of(Sweep sweep) {
        boolean byIteration = sweep.layout() == Layout.ITERATION_MAJOR;
        int all = sweep.configurations().count();
        int bands = ceilDiv(all, byIteration ? MOST_ROWS_BY_ITERATION : MOST_ROWS);
        int bandRows = ceilDiv(all, bands); // bands of equal size: a narrow one would be written in short pieces
        int rows = byIteration ? bandRows : (int) Math.max(1, Math.min(bandRows, Block.SIZE / sweep.iterations()));
        int iterations = Block.SIZE / rows;
        iterations = byIteration ? Math.max(LEAST_ITERATIONS, iterations) : iterations;
        return new Tiling(sweep, bandRows, rows, (int) Math.min(sweep.iterations(), iterations));
    }

    private static int ceilDiv(int a, int b) {
        return (a - 1) / b + 1;
    }

    /** How many tiles there are. */
    long count() {
        int all = sweep.configurations().count();
        int lastBand = (all - 1) / bandRows * bandRows;
        return lastBand / bandRows * tilesOfBand(bandRows) + tilesOfBand(all - lastBand);
    }

    private long tilesOfBand(int height) {
        return ceilDiv(height, rows) * tilesOfRow();
    }

    private long tilesOfRow() {
        return (sweep.iterations() - 1) / iterations + 1;
    }

    /** The tile of a number, from 0. */
    Tile tile(long number) {
        int band = (int) (number / tilesOfBand(bandRows));
        long ofBand = number % tilesOfBand(bandRows);
        int rowOfBand = (int) (ofBand / tilesOfRow()) * rows;
        int firstRow = band * bandRows + rowOfBand;
        int height = Math.min(
                Math.min(rows, bandRows - rowOfBand), sweep.configurations().count() - firstRow);
        long firstIteration = ofBand % tilesOfRow() * iterations;
        return new Tile(
                firstRow, height, firstIteration, (int) Math.min(iterations, sweep.iterations() - firstIteration));
    }

    /** Elements of an array, from the first, that are written without a gap when so many tiles are. */
    long writtenElements(long tiles) {
        if (tiles == count()) {
            return sweep.format().elements();
        }
        Tile next = tile(tiles);
        if (sweep.layout() == Layout.CONFIG_MAJOR) {
            return sweep.element(next.firstRow(), next.firstIteration());
        }
        boolean lastBand =
                next.firstRow() + next.rows() == sweep.configurations().count();
        return lastBand ? sweep.element(0, next.firstIteration()) : 0; // the other bands leave gaps
    }

    /** The element behind the last one that is written when so many tiles are; some before it may not be. */
    long endOfWritten(long tiles) {
        long end = 0;
        for (long number = 0; number < tiles; number++) {
            Tile tile = tile(number);
            int lastRow = tile.firstRow() + tile.rows() - 1;
            end = Math.max(end, 1 + sweep.element(lastRow, tile.firstIteration() + tile.iterations() - 1));
        }
        return end;
    }

    /** Elements of the largest tile. */
    int tileSize() {
        return rows * iterations;
    }

    /** For the request: tiles of another shape have other elements. */
    @Override
    public String toString() {
        return "tiles of " + rows + " rows and " + iterations + " iterations, bands of " + bandRows + " rows";
    }
}
