package io.github.cycliclr.sweep.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Puts on the disk what is written, again and again, in a thread of its own: a run that dies has little to do again, and
 * the disk never waits for the end.
 */
final class Checkpoints implements Closeable {
    private static final long PAUSE_MILLIS = 250;

    private final Checkpoint checkpoint;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> repeated;
    private volatile long written;
    private long reached;

    /** What is done when so many tiles, from the first, are written. */
    @FunctionalInterface
    interface Checkpoint {
        void at(long tiles) throws IOException;
    }

    /** Begins, with so many tiles on the disk. */
    Checkpoints(long reached, Checkpoint checkpoint) {
        this.reached = reached;
        this.checkpoint = checkpoint;
        this.repeated = thread.scheduleWithFixedDelay(this::reach, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void reach() {
        long tiles = written;
        if (tiles > reached) {
            try {
                checkpoint.at(tiles);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // after which there is none any more
            }
            reached = tiles;
        }
    }

    /**
     * So many tiles are written.
     *
     * @throws IOException if a checkpoint has failed
     */
    void written(long tiles) throws IOException {
        written = tiles;
        if (repeated.isDone()) {
            throwFailure();
        }
    }

    /**
     * Ends.
     *
     * @throws IOException if a checkpoint has failed
     */
    void end() throws IOException {
        close();
        throwFailure();
    }

    private void throwFailure() throws IOException {
        try {
            repeated.get();
        } catch (CancellationException ended) {
            // None has failed.
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw Workers.rethrown(e.getCause());
        }
    }

    /** Ends, whether or not one has failed. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
