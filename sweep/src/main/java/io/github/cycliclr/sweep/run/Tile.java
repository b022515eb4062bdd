package io.github.cycliclr.sweep.run;

/**
 * A rectangle of a sweep: some rows, and some iterations of each.
 *
 * @param firstRow of the whole sweep
 */
record Tile(int firstRow, int rows, long firstIteration, int iterations) {
    int size() {
        return rows * iterations;
    }
}
