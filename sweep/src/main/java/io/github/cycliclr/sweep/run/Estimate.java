package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.sweep.output.Block;
import java.io.IOException;
import java.util.List;

/** How long a sweep takes to compute: its first tiles are, and what they take is carried on to all. */
public final class Estimate {
    private static final long ENOUGH_NANOS = 500_000_000;

    private Estimate() {}

    /** Seconds to compute all values by so many threads; writing them comes on top. */
    public static double seconds(Sweep sweep, int threads) throws IOException {
        Workers.warmUp(sweep);
        Tiles tiles = new Tiles(sweep, BulkEvaluator::of);
        Block block = Block.of(sweep.dtype(), TileShape.of(sweep).size());
        List<SweepArray> arrays = SweepArray.of(sweep);
        long begun = System.nanoTime();
        long nanos = 0;
        long values = 0;
        for (Tile tile = tiles.next(); tile != null && nanos < ENOUGH_NANOS; tile = tiles.next()) {
            for (SweepArray array : arrays) {
                array.evaluate(tile, block, (bytes, position) -> {});
                values += tile.size();
            }
            nanos = System.nanoTime() - begun;
        }
        return nanos / 1e9 / values * sweep.values() / threads;
    }
}
