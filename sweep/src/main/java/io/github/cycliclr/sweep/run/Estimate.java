package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.sweep.output.Block;
import java.io.IOException;

/** The time that a sweep takes to compute, extrapolated from its first tiles. */
public final class Estimate {
    private static final long ENOUGH_NANOS = 500_000_000;

    private Estimate() {}

    /** Seconds for all values with so many threads, without the writing. */
    public static double seconds(Sweep sweep, int threads) throws IOException {
        Workers.warmUp(sweep);
        Tiling tiling = Tiling.of(sweep);
        Block block = new Block(sweep.dtype(), tiling.tileSize());
        Band band = new Band(tiling, 0, BulkEvaluator::of);
        long start = System.nanoTime();
        long nanos = 0;
        long values = 0;
        for (long number = 0; number < tiling.count() && nanos < ENOUGH_NANOS; number++) {
            Tile tile = tiling.tile(number);
            if (!band.holds(tile.firstRow())) {
                band = new Band(tiling, tile.firstRow(), BulkEvaluator::of);
            }
            for (SweepArray array : SweepArray.of(sweep)) {
                array.evaluate(tile, band, block, (bytes, position) -> {});
                values += tile.size();
            }
            nanos = System.nanoTime() - start;
        }
        return nanos / 1e9 / values * sweep.values() / threads;
    }
}
