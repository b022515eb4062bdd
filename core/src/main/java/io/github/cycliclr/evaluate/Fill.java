package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills of arrays over one shape: what is constant is written as such, what is short is computed one by one, what is
 * {@link Periodic} may be copied; the rest is a {@link Walk} from block to block.
 * Mutable, for one thread at a time.
 */
final class Fill {
    /** Fewer elements than this are computed one by one. */
    static final int SHORT = 16;

    /**
     * Up to so many elements in all are in the caches while several curves are filled side by side. Beyond, memory is written
     * faster array by array than in turns, whatever the curves could share; unless it is a caller's function.
     */
    private static final int MOST_SHARED = 1 << 17;

    private final Tables tables;
    private final Kernels kernels;
    private final long period;
    private final boolean custom;
    private final ScalingCursor scaling;
    private final Targets targets = new Targets();
    private final Walk walk;
    private final Periodic periodic;
    private final List<Target> doubles = new ArrayList<>();
    private final List<Target> floats = new ArrayList<>();

    Fill(Tables tables, Kernels kernels) {
        this.tables = tables;
        this.kernels = kernels;
        period = tables.shape().period();
        custom = tables.geometric() == null;
        scaling = new ScalingCursor(tables);
        walk = new Walk(tables, scaling, targets);
        periodic = new Periodic(tables, kernels, targets, walk);
    }

    /** Fills one of the arrays, whichever is not null, with the values of a curve. */
    void values(Curve curve, long first, double[] toDoubles, float[] toFloats, int offset, int length) {
        targets.begin(1);
        open(curve, toDoubles, toFloats);
        fill(first, offset, length);
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
        targets.begin(curves.size());
        for (int i = 0; i < curves.size(); i++) {
            open(curves.get(i), toDoubles == null ? null : toDoubles[i], toFloats == null ? null : toFloats[i]);
        }
        fill(first, offset, length);
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
            int longest = Walk.longest(weights, target);
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

    private void open(Curve curve, double[] toDoubles, float[] toFloats) {
        Target target = target(toDoubles != null ? doubles : floats, targets.live());
        target.open(curve, toDoubles, toFloats, false);
        targets.add(target);
    }

    private Target target(List<Target> all, int i) {
        if (i == all.size()) {
            all.add(new Target(tables, kernels, scaling, all == floats));
        }
        return all.get(i);
    }

    private void fill(long first, int offset, int length) {
        try {
            for (int i = targets.live() - 1; i >= 0; i--) {
                Target target = targets.get(i);
                // gamma = 0 leaves only k(0) = 1, at the foot
                if (target.isConstant() || !custom && tables.geometric().ratio() == 0) {
                    target.rest(offset, length);
                    targets.retire(i);
                } else if (length < SHORT) {
                    target.elements(offset, first, length);
                    targets.retire(i);
                }
            }
            if (targets.live() == 0) {
                return;
            }
            if (tables.isPlain() && period <= length / 2) {
                periodic.fill(offset, first, length);
            } else {
                walk.fill(offset, first, length);
            }
        } finally {
            targets.close();
        }
    }
}
