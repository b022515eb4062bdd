package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Schedule;
import java.util.Map;
import java.util.stream.Collectors;

/** One configuration of a sweep: the parameters that the specification names, and their values. */
public record Configuration(Map<Parameter, Object> values) {
    /**
     * Its schedule, with PyTorch's defaults for what is not named.
     *
     * @throws InvalidScheduleException if the values break a rule
     */
    public Schedule schedule() {
        Schedule.Builder builder = Schedule.builder();
        values.forEach((parameter, value) -> set(builder, parameter, value));
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
            case MAX_LR -> builder.maxLr(number(value));
            case MAX_LR_FACTOR -> builder.maxLr(number(values.get(Parameter.BASE_LR)) * number(value));
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

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static long integer(Object value) {
        return ((Number) value).longValue(); // what is drawn for a whole number is whole
    }

    /** {@code base_lr=0.001, max_lr=0.006, …}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
