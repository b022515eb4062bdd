package io.github.cycliclr.schedule;

import java.util.Locale;

/**
 * How the amplitude of a schedule changes over time: PyTorch's {@code mode}, after Smith, "Cyclical Learning Rates for
 * Training Neural Networks" (arXiv 1506.01186).
 */
public enum Mode {
    /** Constant amplitude: k = 1. */
    TRIANGULAR(ScaleMode.CYCLE),
    /** Amplitude halved every cycle: k = 2<sup>-(x-1)</sup>. */
    TRIANGULAR2(ScaleMode.CYCLE),
    /** Amplitude scaled exponentially: k = gamma<sup>x</sup>. */
    EXP_RANGE(ScaleMode.ITERATIONS);

    private final ScaleMode ownScaleMode;

    Mode(ScaleMode ownScaleMode) {
        this.ownScaleMode = ownScaleMode;
    }

    /** What this mode counts when no scale mode is given. */
    public ScaleMode ownScaleMode() {
        return ownScaleMode;
    }

    /** PyTorch's spelling: {@code triangular}, {@code triangular2} or {@code exp_range}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
