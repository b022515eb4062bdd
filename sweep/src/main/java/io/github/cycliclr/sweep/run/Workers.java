package io.github.cycliclr.sweep.run;

import io.github.cycliclr.sweep.output.Block;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/** The threads of a run; each takes a tile, evaluates it in its own block for every array, and takes the next. */
public final class Workers {
    private final Sweep sweep;
    private final Map<SweepArray, SweepArray.Sink> arrays;
    private final LongConsumer done;
    private final long first;
    private final Checkpoint checkpoint;

    /** Is told now and then how many tiles, from the first, are done with, by one thread at a time. */
    @FunctionalInterface
    interface Checkpoint {
        void at(long tiles) throws IOException;
    }

    /**
     * The workers of a sweep.
     *
     * @param arrays where the bytes of each array go
     * @param done is told, by any thread, how many values more are done with
     */
    public Workers(Sweep sweep, Map<SweepArray, SweepArray.Sink> arrays, LongConsumer done) {
        this(sweep, arrays, done, 0, tiles -> {});
    }

    /** Workers that begin with a tile and have checkpoints. */
    Workers(
            Sweep sweep,
            Map<SweepArray, SweepArray.Sink> arrays,
            LongConsumer done,
            long first,
            Checkpoint checkpoint) {
        this.sweep = sweep;
        this.arrays = arrays;
        this.done = done;
        this.first = first;
        this.checkpoint = checkpoint;
    }

    /**
     * Returns when all tiles are done with.
     *
     * @param threads how many, at least 1
     * @throws IOException what the first failed with, having let every thread end
     */
    public void run(int threads) throws IOException {
        Tiles tiles = new Tiles(sweep, first, skipped -> done.accept(skipped * arrays.size()));
        Checkpoints checkpoints = new Checkpoints(new Completed(first), checkpoint);
        Callable<Void> work = () -> {
            try {
                work(tiles, checkpoints);
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

    private void work(Tiles tiles, Checkpoints checkpoints) throws IOException {
        Block block = Block.of(
                sweep.dtype(), (int) Math.min(Block.SIZE, sweep.format().elements()));
        for (Tile tile = tiles.next(); tile != null; tile = tiles.next()) {
            for (Map.Entry<SweepArray, SweepArray.Sink> array : arrays.entrySet()) {
                array.getKey().evaluate(tile, block, array.getValue());
                done.accept(tile.size());
            }
            checkpoints.add(tile);
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
