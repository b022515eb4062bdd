package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.output.Block;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** The threads of a run: each takes the next tile, evaluates it for every array, and hands its bytes to the sink. */
public final class Workers {
    /** The warm-up takes some two seconds; fewer values are written sooner while it runs in the background. */
    private static final long MANY_VALUES = 1L << 30;

    private final Tiling tiling;
    private final Map<SweepArray, SweepArray.Sink> arrays;
    private final Function<Shape, Evaluator> evaluators;
    private final LongConsumer progress;
    private final Listener listener;

    private long next; // the next tile
    private Band band; // the latest
    private long written; // tiles, from the first
    private final Set<Long> writtenLater = new HashSet<>(); // tiles after a gap
    private boolean stopped;

    /** Learns, from any thread, how many tiles are written, from the first one. */
    @FunctionalInterface
    interface Listener {
        void written(long tiles) throws IOException;
    }

    /**
     * The workers of a sweep.
     *
     * @param arrays where the bytes of each array go
     * @param evaluators makes the evaluator of a shape
     * @param progress learns, from any thread, the number of further values that are done
     */
    public Workers(
            Sweep sweep,
            Map<SweepArray, SweepArray.Sink> arrays,
            Function<Shape, Evaluator> evaluators,
            LongConsumer progress) {
        this(Tiling.of(sweep), arrays, evaluators, progress, 0, tiles -> {});
    }

    /** Workers that start from a tile. */
    Workers(
            Tiling tiling,
            Map<SweepArray, SweepArray.Sink> arrays,
            Function<Shape, Evaluator> evaluators,
            LongConsumer progress,
            long first,
            Listener listener) {
        this.tiling = tiling;
        this.arrays = arrays;
        this.evaluators = evaluators;
        this.progress = progress;
        this.next = first;
        this.written = first;
        this.listener = listener;
    }

    /**
     * Returns when all tiles are done.
     *
     * @param threads at least 1
     * @throws IOException the failure of the first thread that failed, after all have ended
     */
    public void run(int threads) throws IOException {
        warmUp(tiling.sweep());
        for (long skipped = 0; skipped < next; skipped++) {
            progress.accept((long) tiling.tile(skipped).size() * arrays.size());
        }
        Callable<Void> work = () -> {
            try {
                work();
            } finally {
                stop(); // no tiles are left, or this thread failed
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
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (IOException) e.getCause();
        } finally {
            pool.shutdown();
        }
    }

    /** Compiles the kernels first, if it is worth it. */
    static void warmUp(Sweep sweep) {
        if (sweep.values() >= MANY_VALUES) {
            KernelChoice.warmUp();
        }
    }

    private void work() throws IOException {
        Block block = new Block(tiling.sweep().dtype(), tiling.tileSize());
        for (long number = take(); number >= 0; number = take()) {
            Tile tile = tiling.tile(number);
            Band rows = bandOf(tile);
            for (Map.Entry<SweepArray, SweepArray.Sink> array : arrays.entrySet()) {
                array.getKey().evaluate(tile, rows, block, array.getValue());
                progress.accept(tile.size());
            }
            listener.written(written(number));
        }
    }

    /** The next tile, or -1 if there is none. */
    private synchronized long take() {
        return stopped || next == tiling.count() ? -1 : next++;
    }

    private synchronized void stop() {
        stopped = true;
    }

    private synchronized Band bandOf(Tile tile) {
        if (band == null || !band.holds(tile.firstRow())) {
            band = new Band(tiling, tile.firstRow() - tile.firstRow() % tiling.bandRows(), evaluators);
        }
        return band;
    }

    /** A tile is written; returns how many are, from the first one. */
    private synchronized long written(long number) {
        writtenLater.add(number);
        while (writtenLater.remove(written)) {
            written++;
        }
        return written;
    }
}
