package io.github.cycliclr.sweep.run;

import io.github.cycliclr.sweep.run.Workers.Checkpoint;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When there is a checkpoint: soon, so that a run that dies has little to do again, but so seldom that waiting for the
 * disk is a tenth of the time.
 */
final class Checkpoints {
    private static final long SOONEST_NANOS = 250_000_000;
    private static final int TIMES_ITS_OWN_TIME = 10;

    private final Completed completed;
    private final Checkpoint checkpoint;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long next = System.nanoTime() + SOONEST_NANOS;

    Checkpoints(Completed completed, Checkpoint checkpoint) {
        this.completed = completed;
        this.checkpoint = checkpoint;
    }

    /** A tile is written. */
    void add(Tile tile) throws IOException {
        completed.add(tile.number());
        if (System.nanoTime() - next < 0 || !lock.tryLock()) {
            return;
        }
        try {
            long begun = System.nanoTime();
            checkpoint.at(completed.upTo());
            long took = System.nanoTime() - begun;
            next = System.nanoTime() + Math.max(SOONEST_NANOS, TIMES_ITS_OWN_TIME * took);
        } finally {
            lock.unlock();
        }
    }
}
