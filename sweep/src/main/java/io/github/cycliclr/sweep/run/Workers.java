package io.github.cycliclr.sweep.run;

import io.github.cycliclr.sweep.output.Block;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/** The threads of a run; each takes a tile, computes it in its own block for every array, and takes the next. */
final class Workers {
    private final Sweep sweep;
    private final List<ArrayFile> arrays;
    private final LongConsumer written;

    Workers(Sweep sweep, List<ArrayFile> arrays, LongConsumer written) {
        this.sweep = sweep;
        this.arrays = arrays;
        this.written = written;
    }

    /** Returns when all tiles are written or, having let every thread end, throws what the first failed with. */
    void run(int threads) throws IOException {
        Tiles tiles = new Tiles(sweep);
        Callable<Void> work = () -> {
            try {
                work(tiles);
            } finally {
                tiles.stop(); // there are none left, or this thread failed and the others need not go on
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> worker : pool.invokeAll(Collections.nCopies(threads, work))) {
                worker.get();
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private void work(Tiles tiles) throws IOException {
        Block block = Block.of(
                sweep.dtype(), (int) Math.min(Block.SIZE, sweep.format().elements()));
        for (Tile tile = tiles.next(); tile != null; tile = tiles.next()) {
            for (ArrayFile array : arrays) {
                array.compute(tile, block);
                written.accept(tile.size());
            }
        }
    }

    private static IOException rethrown(Throwable failure) throws IOException {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (IOException) failure;
    }
}
