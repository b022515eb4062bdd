package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/** What all fills over one shape share. The large tables are made when a fill first needs them. */
final class Tables {
    private final Shape shape;
    private final ExactEvaluator exact;
    private final Scaling.Geometric geometric;
    private final Powers powers;
    private final PowerSeries series;
    private final Contest doublesContest = new Contest();
    private final Contest floatsContest = new Contest();
    private volatile Lazy tile;
    private volatile Lazy powerWeights;
    private volatile PowerDigits powerDigits;

    /** A table, or the knowledge that there is none. */
    private record Lazy(WeightTable weights) {}

    Tables(Shape shape) {
        this.shape = shape;
        exact = new ExactEvaluator(shape);
        geometric = shape.scaling() instanceof Scaling.Geometric k ? k : null;
        powers = geometric == null || geometric.ratio() == 0 || geometric.ratio() == 1
                ? null
                : new Powers(geometric.ratio());
        series = powers == null ? null : PowerSeries.of(geometric);
    }

    Shape shape() {
        return shape;
    }

    ExactEvaluator exact() {
        return exact;
    }

    /** Null where the scaling is the caller's function. */
    Scaling.Geometric geometric() {
        return geometric;
    }

    /** Whether k = 1 throughout, so that the values are periodic. */
    boolean isPlain() {
        return geometric != null && geometric.isNone();
    }

    /** Whether k is one number throughout a cycle. */
    boolean isScaledByCycle() {
        return isPlain() || shape.scaling().counts() == ScaleMode.CYCLE;
    }

    /** Null where there are no powers to compute. */
    Powers powers() {
        return powers;
    }

    /** Null where there are none that are near enough to 1. */
    PowerSeries series() {
        return series;
    }

    /** Of the ways to fill arrays of the type, where the values are periodic. */
    Contest contest(boolean ofFloats) {
        return ofFloats ? floatsContest : doublesContest;
    }

    /** {@link WeightTable#tile}. */
    WeightTable tile() {
        if (tile == null) {
            tile = new Lazy(WeightTable.tile(shape, geometric, powers));
        }
        return tile.weights;
    }

    /** {@link WeightTable#powers}. */
    WeightTable powerWeights() {
        if (powerWeights == null) {
            powerWeights = new Lazy(WeightTable.powers(geometric, powers));
        }
        return powerWeights.weights;
    }

    /** Null where there are no powers to compute. */
    PowerDigits powerDigits() {
        if (powerDigits == null && powers != null) {
            powerDigits = new PowerDigits(geometric.ratio(), powers);
        }
        return powerDigits;
    }
}
