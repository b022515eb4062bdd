package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import java.awt.Color;
import java.util.Optional;
import java.util.function.Function;

/** What of a schedule is drawn, and in which colour. */
enum Quantity {
    LEARNING_RATE("learning rate", new Color(0x1F5FA8), schedule -> Optional.of(schedule.learningRate())),
    MOMENTUM("momentum", new Color(0xC2541A), Schedule::momentum);

    /** On axes. */
    final String label;

    final Color color;
    private final Function<Schedule, Optional<Curve>> curve;

    Quantity(String label, Color color, Function<Schedule, Optional<Curve>> curve) {
        this.label = label;
        this.color = color;
        this.curve = curve;
    }

    /** Its curve; empty where it does not cycle. */
    Optional<Curve> of(Schedule schedule) {
        return curve.apply(schedule);
    }
}
