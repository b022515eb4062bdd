package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The walk of a fill over a range: cuts it into blocks, which every curve's {@link Target} then computes.
 *
 * <p>A block is a piece of one ramp; or, where cycles are too short for that, a tile of whole cycles over a table
 * that holds their ramps. What is periodic is computed for one period and copied; where memory decides, in whichever way is
 * the fastest. The curves of a fill share the walk, the scaling and the weights of a block. Mutable, for one thread at a
 * time.
 */
final class Fill {
    /** Fewer elements than this are computed one by one. */
    static final int SHORT = 16;

    /**
     * A period that is copied this often is computed by scalar kernels, which costs nothing beside the copies: so few calls
     * never get vector kernels compiled, and until they are their vectors are objects.
     */
    private static final int MANY_COPIES = 256;

    /**
     * Up to so many elements in all are in the caches while several curves are filled side by side. Beyond, memory is written
     * faster array by array than in turns, whatever the curves could share; unless it is a caller's function.
     */
    private static final int MOST_SHARED = 1 << 17;

    /** Pieces that are computed element by element where no kernel can be used, until it is looked at again. */
    private static final int PIECE = 64;

    private final Tables tables;
    private final Kernels kernels;
    private final Shape shape;
    private final long period;
    private final boolean custom;
    private final ScalingCursor scaling;
    private final List<Target> doubles = new ArrayList<>();
    private final List<Target> floats = new ArrayList<>();
    private CallerWeights callerWeights;

    /** Of the fill at hand, those whose values are not constant from here on come first. */
    private Target[] targets = new Target[0];

    private int live;

    Fill(Tables tables, Kernels kernels) {
        this.tables = tables;
        this.kernels = kernels;
        this.shape = tables.shape();
        period = shape.period();
        custom = tables.geometric() == null;
        scaling = new ScalingCursor(tables);
    }

    /** Fills one of the arrays, whichever is not null, with the values of a curve. */
    void values(Curve curve, long first, double[] toDoubles, float[] toFloats, int offset, int length) {
        begin(1);
        open(curve, toDoubles, toFloats);
        walk(first, offset, length);
    }

    /** Fills an array for each curve, all of doubles or all of floats. */
    void values(List<Curve> curves, long first, double[][] toDoubles, float[][] toFloats, int offset, int length) {
        if (!custom && (long) length * curves.size() > MOST_SHARED) {
            for (int i = 0; i < curves.size(); i++) {
                double[] doubles = toDoubles == null ? null : toDoubles[i];
                float[] floats = toFloats == null ? null : toFloats[i];
                values(curves.get(i), first, doubles, floats, offset, length);
            }
            return;
        }
        begin(curves.size());
        for (int i = 0; i < curves.size(); i++) {
            open(curves.get(i), toDoubles == null ? null : toDoubles[i], toFloats == null ? null : toFloats[i]);
        }
        walk(first, offset, length);
    }

    /** Fills one of the arrays, whichever is not null, with the scaling. */
    void scaling(long first, double[] toDoubles, float[] toFloats, int offset, int length) {
        Target target = target(toDoubles != null ? doubles : floats, 0);
        target.open(Curve.SHAPE, toDoubles, toFloats, true);
        try {
            if (tables.powers() == null) {
                target.elements(offset, first, length);
                return;
            }
            WeightTable weights = tables.powerWeights();
            int longest = longest(weights, target);
            for (int done = 0; done < length; ) {
                int count = Math.min(length - done, longest);
                scaling.moveTo(first + done);
                if (target.ends(offset + done, first + done, length - done)) {
                    break;
                }
                target.powers(offset + done, first + done, count, weights);
                done += count;
            }
        } finally {
            target.close();
        }
    }

    /** A block around an iteration for small fills to come, of a curve that is scaled, but not by a caller; or null. */
    Recent recent(Curve curve, long n, boolean ofFloats) {
        Target target = target(ofFloats ? floats : doubles, 0);
        target.open(curve, null, null, false);
        return new RecentSetup(tables, scaling, target.element(), ofFloats).around(n);
    }

    private void begin(int curves) {
        live = 0;
        if (targets.length < curves) {
            targets = new Target[curves];
        }
    }

    private void open(Curve curve, double[] toDoubles, float[] toFloats) {
        Target target = target(toDoubles != null ? doubles : floats, live);
        target.open(curve, toDoubles, toFloats, false);
        targets[live++] = target;
    }

    private Target target(List<Target> all, int i) {
        if (i == all.size()) {
            all.add(new Target(tables, kernels, scaling, all == floats));
        }
        return all.get(i);
    }

    private void walk(long first, int offset, int length) {
        int all = live;
        try {
            for (int i = live - 1; i >= 0; i--) {
                // gamma = 0 leaves only k(0) = 1, at the foot
                if (targets[i].isConstant() || !custom && tables.geometric().ratio() == 0) {
                    targets[i].rest(offset, length);
                    retire(i);
                }
            }
            if (live == 0) {
                return;
            }
            if (length < SHORT) {
                for (int i = 0; i < live; i++) {
                    targets[i].elements(offset, first, length);
                }
            } else if (tables.isPlain() && period <= length / 2) {
                periodic(offset, first, length);
            } else {
                blocks(offset, first, length);
            }
        } finally {
            for (int i = 0; i < all; i++) {
                targets[i].close();
            }
        }
    }

    /** Two periods or more of what is periodic. */
    private void periodic(int at, long n, int length) {
        if (live == 1 && targets[0].copies().areTimed(period, length)) {
            inTheFastestWay(targets[0], at, n, length);
        } else if (targets[0].copies().areBetter(period)) {
            firstPeriod(at, n, length);
            for (int i = 0; i < live; i++) {
                targets[i].copies().repeat(at, (int) period, (int) period, length);
            }
        } else {
            blocks(at, n, length);
        }
    }

    /** Piece by piece, each in the way that has been the fastest of late. */
    private void inTheFastestWay(Target target, int at, long n, int length) {
        Copies copies = target.copies();
        Contest contest = tables.contest(target.isFloats());
        firstPeriod(at, n, length);
        for (int done = (int) period; done < length; ) {
            int count = copies.piece((int) period, length - done);
            Contest.Way way =
                    contest.next(copies.canStream(period), copies.canRepeat(period), kernels.keepUpWithMemory());
            long begin = System.nanoTime();
            switch (way) {
                case STREAMED -> copies.stream(at, (int) period, done, done + count);
                case COPIED -> copies.repeat(at, (int) period, done, done + count);
                case COMPUTED -> blocks(at + done, n + done, count);
            }
            contest.took(way, System.nanoTime() - begin, count);
            done += count;
        }
    }

    /** The period that is copied: by scalar kernels, if these are too few calls for vector kernels to be compiled. */
    private void firstPeriod(int at, long n, int length) {
        boolean scalar = length / period >= MANY_COPIES;
        for (int i = 0; i < live; i++) {
            targets[i].useScalarKernels(scalar);
        }
        blocks(at, n, (int) period);
        for (int i = 0; i < live; i++) {
            targets[i].useScalarKernels(false);
        }
    }

    private void retire(int i) {
        Target done = targets[i];
        targets[i] = targets[--live];
        targets[live] = done;
    }

    private void blocks(int at, long n, int length) {
        boolean isTile = custom ? CallerWeights.isTile(shape) : targets[0].usesTiles(length);
        WeightTable tile = !isTile ? null : custom ? callerWeights().table() : tables.tile();
        if (tile != null) {
            tiles(at, n, length, tile);
        } else {
            ramps(at, n, length);
        }
    }

    /** Whole cycles at once, over a table of their ramps. */
    private void tiles(int at, long n, int length, WeightTable tile) {
        int from = (int) (n % period);
        long cycles = Math.max(1, targets[0].mostWeights() / period);
        int tileLength = (int) Math.min(tile.length(), cycles * period);
        int left = length;
        while (left > 0 && live > 0) {
            int count = Math.min(left, tileLength - from);
            int usable = custom ? callerWeights.loadTile(n, from, count) : count;
            count = usable > 0 ? usable : Math.min(count, PIECE);
            long argument = shape.scalingArgument(n - from);
            for (int i = live - 1; i >= 0; i--) {
                if (!custom) {
                    scaling.moveTo(argument);
                }
                if (targets[i].ends(at, n, left)) {
                    retire(i);
                } else if (usable > 0) {
                    targets[i].tile(at, n, count, tile, from);
                } else {
                    targets[i].elements(at, n, count);
                }
            }
            at += count;
            n += count;
            left -= count;
            from = (from + count) % tileLength;
        }
    }

    /** Ramp by ramp. */
    private void ramps(int at, long n, int length) {
        int left = length;
        while (left > 0 && live > 0) {
            long cycle = n / period;
            long position = n - cycle * period;
            boolean up = position <= shape.stepSizeUp();
            long onRamp = up ? shape.stepSizeUp() + 1 - position : period - position;
            int count = position == 0 ? 1 : (int) Math.min(left, onRamp);
            if (position == 0) {
                for (int i = 0; i < live; i++) {
                    targets[i].foot(at);
                }
            } else if (tables.isScaledByCycle()) {
                ramp(at, n, count, left, up ? position : period - position, up, cycle + 1);
            } else {
                count = weightedRamp(at, n, count, left, up ? position : period - position, up);
            }
            at += count;
            n += count;
            left -= count;
        }
    }

    /** A piece of a ramp with one scaling. */
    private void ramp(int at, long n, int length, int left, long steps, boolean up, long argument) {
        for (int i = live - 1; i >= 0; i--) {
            scaling.moveTo(argument);
            if (targets[i].ends(at, n, left)) {
                retire(i);
            } else {
                targets[i].ramp(at, n, length, steps, up);
            }
        }
    }

    /**
     * A piece of a ramp whose scaling changes every iteration.
     *
     * @return its length, at most that given
     */
    private int weightedRamp(int at, long n, int length, int left, long steps, boolean up) {
        PowerSeries series = tables.series();
        int longest = series != null ? PowerSeries.LENGTH : longest(weights(), targets[0]);
        int count = Math.min(length, longest);
        int usable = custom ? callerWeights().load(n, count) : count;
        count = usable > 0 ? usable : Math.min(count, PIECE);
        for (int i = live - 1; i >= 0; i--) {
            if (!custom) {
                scaling.moveTo(n);
            }
            if (targets[i].ends(at, n, left)) {
                retire(i);
            } else if (series == null || !targets[i].polynomialRamp(at, n, count, steps, up, series)) {
                WeightTable weights = weights();
                if (usable > 0 && weights != null) {
                    targets[i].weightedRamp(at, n, count, steps, up, weights);
                } else {
                    targets[i].elements(at, n, count);
                }
            }
        }
        return count;
    }

    private WeightTable weights() {
        return custom ? callerWeights().table() : tables.powerWeights();
    }

    private static int longest(WeightTable weights, Target target) {
        return weights == null ? PIECE : Math.min(weights.length(), target.mostWeights());
    }

    private CallerWeights callerWeights() {
        if (callerWeights == null) {
            callerWeights = new CallerWeights(shape);
        }
        return callerWeights;
    }
}
