package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a schedule is drawn, and in which colour.
 *
 * @param label on axes
 */
record Quantity(String label, Color color, Function<Schedule, Optional<Curve>> curve) {
    static final Quantity LEARNING_RATE = learningRate("", 0);
    static final Quantity MOMENTUM = momentum("", 0);

    /** Those of all parameter groups, learning rates first. */
    static List<Quantity> all(List<String> groups) {
        return Stream.concat(
                        IntStream.range(0, groups.size()).mapToObj(i -> learningRate(groups.get(i), i)),
                        IntStream.range(0, groups.size()).mapToObj(i -> momentum(groups.get(i), i)))
                .toList();
    }

    private static Quantity learningRate(String group, int number) {
        return new Quantity(
                label("learning rate", group),
                new Color(0x1F5FA8),
                schedule -> Optional.of(schedule.parameterGroups().get(number).learningRate()));
    }

    private static Quantity momentum(String group, int number) {
        return new Quantity(label("momentum", group), new Color(0xC2541A), schedule -> schedule.parameterGroups()
                .get(number)
                .momentum());
    }

    private static String label(String what, String group) {
        return group.isEmpty() ? what : what + ", " + group;
    }

    /** Its curve; empty where it does not cycle. */
    Optional<Curve> of(Schedule schedule) {
        return curve.apply(schedule);
    }

    /** Those of some schedules, in their order. */
    List<Curve> of(List<Schedule> schedules) {
        return schedules.stream().map(curve).flatMap(Optional::stream).toList();
    }
}
