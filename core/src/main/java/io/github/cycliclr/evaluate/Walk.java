package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Shape;

/**
 * The way over a range, block by block, each of which every live target computes: a piece of one ramp; or, where cycles are
 * too short for that, a tile of whole cycles over a table that holds their ramps. Targets share the scaling and the weights of
 * a block.
 */
final class Walk {
    /** Pieces that are computed element by element where no kernel can be used, until it is looked at again. */
    private static final int PIECE = 64;

    private final Tables tables;
    private final Shape shape;
    private final long period;
    private final boolean custom;
    private final ScalingCursor scaling;
    private final Targets targets;
    private CallerWeights callerWeights;

    /** Where the range at hand ends in the array. */
    private int end;

    Walk(Tables tables, ScalingCursor scaling, Targets targets) {
        this.tables = tables;
        this.scaling = scaling;
        this.targets = targets;
        shape = tables.shape();
        period = shape.period();
        custom = tables.geometric() == null;
    }

    /** How long a piece may be that uses these weights; they are null where no kernel can be used. */
    static int longest(WeightTable weights, Target target) {
        return weights == null ? PIECE : Math.min(weights.length(), target.mostWeights());
    }

    /** Fills every live target from iteration n, unless it retires on the way. */
    void fill(int at, long n, int length) {
        end = at + length;
        boolean isTile = custom ? CallerWeights.isTile(shape) : targets.get(0).usesTiles(length);
        WeightTable tile = !isTile ? null : custom ? callerWeights().table() : tables.tile();
        if (tile != null) {
            tiles(at, n, tile);
        } else {
            cycles(at, n);
        }
    }

    /** Whole cycles at once, over a table of their ramps. */
    private void tiles(int first, long firstIteration, WeightTable tile) {
        int at = first;
        long n = firstIteration;
        int from = (int) (n % period);
        long cycles = Math.max(1, targets.get(0).mostWeights() / period);
        int tileLength = (int) Math.min(tile.length(), cycles * period);
        while (at < end && targets.live() > 0) {
            int count = Math.min(end - at, tileLength - from);
            int usable = custom ? callerWeights.loadTile(n, from, count) : count;
            count = usable > 0 ? usable : Math.min(count, PIECE);
            long argument = shape.scalingArgument(n - from);
            for (int i = targets.live() - 1; i >= 0; i--) {
                if (!custom) {
                    scaling.moveTo(argument);
                }
                if (targets.get(i).ends(at, n, end - at)) {
                    targets.retire(i);
                } else if (usable > 0) {
                    targets.get(i).tile(at, n, count, tile, from);
                } else {
                    targets.get(i).elements(at, n, count);
                }
            }
            at += count;
            n += count;
            from = (from + count) % tileLength;
        }
    }

    /**
     * Cycle by cycle, each of which is a foot, a ramp up and a ramp down. An order that is the same throughout is foreseen by
     * branch prediction; a question to every piece, which it is, would not be, behind a loop so long that what came before it is
     * forgotten.
     */
    private void cycles(int first, long firstIteration) {
        long stepSizeUp = shape.stepSizeUp();
        int at = first;
        long n = firstIteration;
        long cycle = n / period;
        long position = n - cycle * period;
        while (at < end && targets.live() > 0) {
            if (position == 0) {
                feet(at);
                at++;
                n++;
                position++;
            }
            if (position <= stepSizeUp) {
                int count = (int) Math.min(end - at, stepSizeUp + 1 - position);
                ramp(at, n, count, position, cycle + 1);
                at += count;
                n += count;
                position += count;
            }
            int count = (int) Math.min(end - at, period - position);
            ramp(at, n, count, position - period, cycle + 1);
            at += count;
            n += count;
            position = 0;
            cycle++;
        }
    }

    private void feet(int at) {
        for (int i = 0; i < targets.live(); i++) {
            targets.get(i).foot(at);
        }
    }

    /**
     * A piece of a ramp.
     *
     * @param position how many iterations n is behind the foot that the ramp rises from, or as a negative number before that
     *     to which it falls
     */
    private void ramp(int at, long n, int length, long position, long argument) {
        if (length == 0) {
            return; // and a caller's function, which may have no value there, is not asked
        }
        if (tables.isScaledByCycle()) {
            scaledRamp(at, n, length, position, argument);
            return;
        }
        for (int done = 0; done < length && targets.live() > 0; ) {
            done += weightedRamp(at + done, n + done, length - done, position + done);
        }
    }

    /** One with one scaling. */
    private void scaledRamp(int at, long n, int length, long position, long argument) {
        for (int i = targets.live() - 1; i >= 0; i--) {
            scaling.moveTo(argument);
            if (targets.get(i).ends(at, n, end - at)) {
                targets.retire(i);
            } else {
                targets.get(i).ramp(at, n, length, position);
            }
        }
    }

    /**
     * One whose scaling changes every iteration, or the beginning of it.
     *
     * @return its length, at most that given
     */
    private int weightedRamp(int at, long n, int length, long position) {
        PowerSeries series = tables.series();
        int count = Math.min(length, series != null ? PowerSeries.LENGTH : longest(weights(), targets.get(0)));
        int usable = custom ? callerWeights().load(n, count) : count;
        count = usable > 0 ? usable : Math.min(count, PIECE);
        for (int i = targets.live() - 1; i >= 0; i--) {
            if (!custom) {
                scaling.moveTo(n);
            }
            if (targets.get(i).ends(at, n, end - at)) {
                targets.retire(i);
            } else if (series == null || !targets.get(i).polynomialRamp(at, n, count, position, series)) {
                WeightTable weights = weights();
                if (usable > 0 && weights != null) {
                    targets.get(i).weightedRamp(at, n, count, position, weights);
                } else {
                    targets.get(i).elements(at, n, count);
                }
            }
        }
        return count;
    }

    private WeightTable weights() {
        return custom ? callerWeights().table() : tables.powerWeights();
    }

    private CallerWeights callerWeights() {
        if (callerWeights == null) {
            callerWeights = new CallerWeights(shape);
        }
        return callerWeights;
    }
}
