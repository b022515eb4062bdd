package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ParameterGroup;
import io.github.cycliclr.schedule.Schedule;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The learning rate or the momentum of a parameter group.
 *
 * @param label for axes
 * @param group its number
 */
record Quantity(String label, Color color, int group, boolean isMomentum) {
    static final Quantity LEARNING_RATE = new Quantity("learning rate", new Color(0x1F5FA8), 0, false);
    static final Quantity MOMENTUM = new Quantity("momentum", new Color(0xC2541A), 0, true);

    /** The quantities of all parameter groups, learning rates first. */
    static List<Quantity> all(List<String> groups) {
        return Stream.of(LEARNING_RATE, MOMENTUM)
                .flatMap(each -> IntStream.range(0, groups.size()).mapToObj(i -> each.of(i, groups.get(i))))
                .toList();
    }

    private Quantity of(int number, String name) {
        return new Quantity(name.isEmpty() ? label : label + ", " + name, color, number, isMomentum);
    }

    /** The curve of a schedule; empty if it does not cycle. */
    Optional<Curve> of(Schedule schedule) {
        ParameterGroup its = schedule.parameterGroups().get(group);
        return isMomentum ? its.momentum() : Optional.of(its.learningRate());
    }
}
