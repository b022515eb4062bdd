package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Shape;
import java.util.function.Function;

/** Hands out the tiles of a sweep, each once, in the order in which they stand in the file as far as possible. */
final class Tiles {
    private final Sweep sweep;
    private final Function<Shape, Evaluator> evaluators;
    private final TileShape shape;
    private final int rows;
    private Band band;
    private int row; // counted in the whole sweep
    private long iteration;
    private long number;
    private boolean stopped;

    Tiles(Sweep sweep, Function<Shape, Evaluator> evaluators) {
        this.sweep = sweep;
        this.evaluators = evaluators;
        this.shape = TileShape.of(sweep);
        this.rows = sweep.configurations().count();
        this.band = new Band(sweep, 0, evaluators);
    }

    /** The next tile, or null if there is none any more. */
    synchronized Tile next() {
        if (stopped || row == rows) {
            return null;
        }
        if (row == band.end()) {
            band = new Band(sweep, row, evaluators);
        }
        int height = Math.min(shape.rows(), band.end() - row);
        int width = (int) Math.min(shape.iterations(), sweep.iterations() - iteration);
        Tile tile = new Tile(number++, band, row, height, iteration, width);
        iteration += width;
        if (iteration == sweep.iterations()) {
            iteration = 0;
            row += height;
        }
        return tile;
    }

    /** No more tiles. */
    synchronized void stop() {
        stopped = true;
    }
}
