package io.github.cycliclr.sweep.run;

import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.Layout;

/**
 * How large the tiles of a sweep are, but for the last ones.
 *
 * @param rows of a band, or in config-major layout of a tile: several where they are short
 */
record TileShape(int rows, int iterations) {
    /** Few enough that their schedules and evaluators need little memory ... */
    private static final int MOST_ROWS = 512;

    /** ... and enough of an iteration-major row that it is worth a write. */
    private static final int MOST_ROWS_BY_ITERATION = 4096;

    /** What setting up an evaluator for a row is worth. */
    private static final int LEAST_ITERATIONS = 256;

    static TileShape of(Sweep sweep) {
        int most = bandRows(sweep);
        if (sweep.layout() == Layout.ITERATION_MAJOR) {
            return new TileShape(most, atMost(sweep.iterations(), Math.max(LEAST_ITERATIONS, Block.SIZE / most)));
        }
        int rows = (int) Math.max(1, Math.min(most, Block.SIZE / sweep.iterations()));
        return new TileShape(rows, atMost(sweep.iterations(), Block.SIZE / rows));
    }

    /** How many rows have their schedules in memory together: bands are alike, lest the last one be narrow. */
    static int bandRows(Sweep sweep) {
        int rows = sweep.configurations().count();
        int most = sweep.layout() == Layout.ITERATION_MAJOR ? MOST_ROWS_BY_ITERATION : MOST_ROWS;
        int bands = (rows - 1) / most + 1;
        return (rows - 1) / bands + 1;
    }

    private static int atMost(long iterations, int most) {
        return (int) Math.min(iterations, most);
    }

    int size() {
        return rows * iterations;
    }
}
