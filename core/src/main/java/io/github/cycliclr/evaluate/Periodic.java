package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Kernels;

/**
 * Fills of two periods or more of what is periodic: one period is computed and copied; or all are computed, where they are no
 * slower than copies; or where memory decides, piece by piece, whatever has been the fastest of late is done.
 */
final class Periodic {
    /**
     * A period that is copied this often is computed by scalar kernels, which costs nothing beside the copies: so few calls
     * never get vector kernels compiled, and until they are their vectors are objects.
     */
    private static final int MANY_COPIES = 256;

    private final Tables tables;
    private final Kernels kernels;
    private final long period;
    private final Targets targets;
    private final Walk walk;

    Periodic(Tables tables, Kernels kernels, Targets targets, Walk walk) {
        this.tables = tables;
        this.kernels = kernels;
        this.targets = targets;
        this.walk = walk;
        period = tables.shape().period();
    }

    /** Every live target, from iteration n. */
    void fill(int at, long n, int length) {
        Copies copies = targets.get(0).copies();
        if (targets.live() == 1 && copies.areTimed(period, length)) {
            inTheFastestWay(targets.get(0), at, n, length);
        } else if (copies.areBetter(period)) {
            first(at, n, length);
            for (int i = 0; i < targets.live(); i++) {
                targets.get(i).copies().repeat(at, (int) period, (int) period, length);
            }
        } else {
            walk.fill(at, n, length);
        }
    }

    private void inTheFastestWay(Target target, int at, long n, int length) {
        Copies copies = target.copies();
        Contest contest = tables.contest(target.isFloats());
        first(at, n, length);
        for (int done = (int) period; done < length; ) {
            int count = copies.piece((int) period, length - done);
            Contest.Way way =
                    contest.next(copies.canStream(period), copies.canRepeat(period), kernels.keepUpWithMemory());
            long begin = System.nanoTime();
            switch (way) {
                case STREAMED -> copies.stream(at, (int) period, done, done + count);
                case COPIED -> copies.repeat(at, (int) period, done, done + count);
                case COMPUTED -> walk.fill(at + done, n + done, count);
            }
            contest.took(way, System.nanoTime() - begin, count);
            done += count;
        }
    }

    /** The period that is copied: by scalar kernels, if these are too few calls for vector kernels to be compiled. */
    private void first(int at, long n, int length) {
        boolean scalar = length / period >= MANY_COPIES;
        useScalarKernels(scalar);
        walk.fill(at, n, (int) period);
        useScalarKernels(false);
    }

    private void useScalarKernels(boolean scalar) {
        for (int i = 0; i < targets.live(); i++) {
            targets.get(i).useScalarKernels(scalar);
        }
    }
}
