package io.github.cycliclr.schedule;

/**
 * One hyperparameter over a shape: value(n) = rest + (peak - rest)·w(n).
 *
 * @param rest the value at the foot of the shape: base_lr, or max_momentum; finite, at least 0
 * @param peak the value at its peak when k = 1: max_lr, or base_momentum; finite, at least 0
 */
public record Curve(double rest, double peak) {
    /** The shape itself: 0 at its foot, k at its peak. */
    public static final Curve SHAPE = new Curve(0, 1);

    /** @throws IllegalArgumentException if a value is negative or not finite */
    public Curve {
        if (!(rest >= 0 && rest <= Double.MAX_VALUE && peak >= 0 && peak <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "rest is " + rest + ", peak is " + peak + "; both must be finite and at least 0");
        }
        rest += 0.0; // -0.0 becomes 0.0: a foot is never a negative zero
        peak += 0.0;
    }

    /**
     * A learning rate, from base_lr up to max_lr.
     *
     * @throws InvalidScheduleException if a rule is broken
     */
    public static Curve learningRate(double baseLr, double maxLr) {
        InvalidScheduleException.throwIfAny(Rules.learningRate(baseLr, maxLr));
        return new Curve(baseLr, maxLr);
    }

    /**
     * A momentum, which cycles inversely to the learning rate: max_momentum at the foot, base_momentum at the peak.
     *
     * @throws InvalidScheduleException if a rule is broken
     */
    public static Curve momentum(double baseMomentum, double maxMomentum) {
        InvalidScheduleException.throwIfAny(Rules.momentum(baseMomentum, maxMomentum));
        return new Curve(maxMomentum, baseMomentum);
    }
}
