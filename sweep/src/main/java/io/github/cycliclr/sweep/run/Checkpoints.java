package io.github.cycliclr.sweep.run;

import io.github.cycliclr.sweep.output.SweepDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Forces the written tiles to the disk at regular intervals, in a thread of its own: a run that dies loses little, and
 * the disk is never idle before the end.
 */
final class Checkpoints implements Closeable {
    private static final long PAUSE_MILLIS = 250;

    private final SweepDirectory directory;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile long written;
    private volatile IOException failure;

    Checkpoints(SweepDirectory directory) {
        this.directory = directory;
        thread.scheduleWithFixedDelay(this::checkpoint, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void checkpoint() {
        long tiles = written;
        if (failure == null && tiles > directory.done()) {
            try {
                directory.setDone(tiles);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /**
     * So many tiles, from the first, are written.
     *
     * @throws IOException if a checkpoint has failed
     */
    synchronized void written(long tiles) throws IOException {
        written = Math.max(written, tiles);
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Ends.
     *
     * @throws IOException if a checkpoint has failed: the system reports a write that failed once only
     */
    void end() throws IOException {
        close();
        if (failure != null) {
            throw failure;
        }
    }

    /** Returns when no checkpoint runs any more. */
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
