package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.FileFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** The threads of a run; each takes a tile, evaluates it in its own block for every array, and takes the next. */
public final class Workers {
    /** It takes some two seconds: half as many values are written sooner while it goes on in the background. */
    private static final long MANY_VALUES = 1L << 30;

    private final Sweep sweep;
    private final Map<SweepArray, SweepArray.Sink> arrays;
    private final Function<Shape, Evaluator> evaluators;
    private final LongConsumer done;
    private final long first;
    private final Listener listener;

    /** Is told, by any thread, what is done with. */
    @FunctionalInterface
    interface Listener {
        void at(Completed.Prefix prefix) throws IOException;
    }

    /**
     * The workers of a sweep.
     *
     * @param arrays where the bytes of each array go
     * @param evaluators makes the evaluator of a shape
     * @param done is told, by any thread, how many values more are done with
     */
    public Workers(
            Sweep sweep,
            Map<SweepArray, SweepArray.Sink> arrays,
            Function<Shape, Evaluator> evaluators,
            LongConsumer done) {
        this(sweep, arrays, evaluators, done, 0, prefix -> {});
    }

    /** Workers that begin with a tile. */
    Workers(
            Sweep sweep,
            Map<SweepArray, SweepArray.Sink> arrays,
            Function<Shape, Evaluator> evaluators,
            LongConsumer done,
            long first,
            Listener listener) {
        this.sweep = sweep;
        this.arrays = arrays;
        this.evaluators = evaluators;
        this.done = done;
        this.first = first;
        this.listener = listener;
    }

    /**
     * Returns when all tiles are done with.
     *
     * @param threads how many, at least 1
     * @throws IOException what the first failed with, having let every thread end
     */
    public void run(int threads) throws IOException {
        warmUp(sweep);
        Tiles tiles = new Tiles(sweep, evaluators);
        Completed completed = new Completed(sweep);
        Completed.Prefix skippedOver = null;
        for (long skipped = 0; skipped < first; skipped++) {
            Tile tile = tiles.next();
            if (tile == null) {
                throw new FileFailure(
                        "cannot resume: the journal has more tiles than the sweep; remove the directory, and"
                                + " begin again");
            }
            done.accept((long) tile.size() * arrays.size());
            skippedOver = completed.add(tile);
        }
        if (skippedOver != null) {
            listener.at(skippedOver);
        }
        Callable<Void> work = () -> {
            try {
                work(tiles, completed);
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

    /** Has the kernels compiled first if it is worth it. */
    static void warmUp(Sweep sweep) {
        if (sweep.values() >= MANY_VALUES) {
            KernelChoice.warmUp();
        }
    }

    private void work(Tiles tiles, Completed completed) throws IOException {
        Block block = Block.of(sweep.dtype(), TileShape.of(sweep).size());
        for (Tile tile = tiles.next(); tile != null; tile = tiles.next()) {
            for (Map.Entry<SweepArray, SweepArray.Sink> array : arrays.entrySet()) {
                array.getKey().evaluate(tile, block, array.getValue());
                done.accept(tile.size());
            }
            listener.at(completed.add(tile));
        }
    }

    /** What a thread failed with: itself if it can be thrown here, else what it has within. */
    static IOException rethrown(Throwable failure) throws IOException {
        if (failure instanceof UncheckedIOException within) {
            return within.getCause();
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (IOException) failure;
    }
}
