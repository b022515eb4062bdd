package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Schedule;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One configuration of a sweep: the parameters that the specification names, and their values.
 *
 * @param groups what each parameter group beyond the first has for itself; the rest it takes from the values
 */
public record Configuration(Map<Parameter, Object> values, Map<String, Map<Parameter, Object>> groups) {
    /**
     * Its schedule, with PyTorch's defaults for what is not named.
     *
     * @throws InvalidScheduleException if the values break a rule
     */
    public Schedule schedule() {
        Schedule.Builder builder = Schedule.builder();
        values.forEach((parameter, value) -> set(builder, parameter, value));
        groups.values().forEach(group -> addGroup(builder, group));
        return builder.build();
    }

    /** Its mode; triangular if not named. */
    public Mode mode() {
        return (Mode) values.getOrDefault(Parameter.MODE, Mode.TRIANGULAR);
    }

    /** Its gamma; 1 if not named. */
    public double gamma() {
        return number(values.getOrDefault(Parameter.GAMMA, 1.0));
    }

    private void set(Schedule.Builder builder, Parameter parameter, Object value) {
        if (value == null) {
            return; // PyTorch's None: the default
        }
        switch (parameter) {
            case BASE_LR -> builder.baseLr(number(value));
            case BASE_LR_FACTOR -> throw new IllegalStateException("only a parameter group has a base_lr_factor");
            case MAX_LR, MAX_LR_FACTOR -> builder.maxLr(maxLr(values, baseLr(values)));
            case STEP_SIZE_UP -> builder.stepSizeUp(integer(value));
            case STEP_SIZE_DOWN -> builder.stepSizeDown(integer(value));
            case MODE -> builder.mode((Mode) value);
            case GAMMA -> builder.gamma(number(value));
            case SCALE_MODE -> builder.scaleMode((ScaleMode) value);
            case CYCLE_MOMENTUM -> builder.cycleMomentum((Boolean) value);
            case BASE_MOMENTUM -> builder.baseMomentum(number(value));
            case MAX_MOMENTUM -> builder.maxMomentum(number(value));
        }
    }

    private void addGroup(Schedule.Builder builder, Map<Parameter, Object> group) {
        double baseLr = baseLr(group);
        boolean hasMaxLr = group.containsKey(Parameter.MAX_LR) || group.containsKey(Parameter.MAX_LR_FACTOR);
        builder.parameterGroup(
                baseLr,
                maxLr(hasMaxLr ? group : values, baseLr),
                momentum(group, Parameter.BASE_MOMENTUM),
                momentum(group, Parameter.MAX_MOMENTUM));
    }

    /** Null if it is that of the schedule. */
    private static Double momentum(Map<Parameter, Object> group, Parameter bound) {
        Object value = group.get(bound);
        return value == null ? null : Double.valueOf(number(value));
    }

    private double baseLr(Map<Parameter, Object> group) {
        double first = number(values.get(Parameter.BASE_LR));
        return group.containsKey(Parameter.BASE_LR_FACTOR)
                ? first * number(group.get(Parameter.BASE_LR_FACTOR))
                : number(group.getOrDefault(Parameter.BASE_LR, first));
    }

    private static double maxLr(Map<Parameter, Object> given, double baseLr) {
        return given.containsKey(Parameter.MAX_LR)
                ? number(given.get(Parameter.MAX_LR))
                : baseLr * number(given.get(Parameter.MAX_LR_FACTOR));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static long integer(Object value) {
        return ((Number) value).longValue(); // what is drawn for a whole number is whole
    }

    /** {@code base_lr=0.001, max_lr=0.006, …, head.base_lr=0.01}. */
    @Override
    public String toString() {
        return Stream.concat(
                        texts("", values),
                        groups.entrySet().stream().flatMap(g -> texts(g.getKey() + ".", g.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> texts(String prefix, Map<Parameter, Object> values) {
        return values.entrySet().stream().map(entry -> prefix + entry.getKey() + "=" + text(entry.getValue()));
    }

    /** Numbers as people write them: 600 and 0.0001. */
    private static String text(Object value) {
        return value instanceof Double number && Double.isFinite(number) ? Decimal.of(number) : String.valueOf(value);
    }
}
