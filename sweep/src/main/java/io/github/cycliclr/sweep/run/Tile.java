package io.github.cycliclr.sweep.run;

/**
 * A rectangle of a sweep: some rows, and some iterations of each.
 *
 * @param number from 0, in the order in which tiles are handed out
 * @param band the band of rows that it belongs to
 * @param firstRow counted in the whole sweep
 */
record Tile(long number, Band band, int firstRow, int rows, long firstIteration, int iterations) {
    int size() {
        return rows * iterations;
    }
}
