package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Schedule;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One configuration of a sweep: the parameters that the specification names, and their values; null is PyTorch's None.
 *
 * @param groups the values of each parameter group beyond the first; it takes the others from the first group
 */
public record Configuration(Map<Parameter, Object> values, Map<String, Map<Parameter, Object>> groups) {
    /**
     * Its schedule, with PyTorch's defaults for parameters that are not named.
     *
     * @throws InvalidScheduleException if the values break a rule
     */
    public Schedule schedule() {
        double baseLr = number(values, Parameter.BASE_LR).orElseThrow();
        Schedule.Builder builder = Schedule.builder()
                .baseLr(baseLr)
                .maxLr(maxLr(values, baseLr).orElseThrow())
                .mode(mode())
                .gamma(gamma());
        integer(Parameter.STEP_SIZE_UP).ifPresent(builder::stepSizeUp);
        integer(Parameter.STEP_SIZE_DOWN).ifPresent(builder::stepSizeDown);
        find(values, Parameter.SCALE_MODE, ScaleMode.class).ifPresent(builder::scaleMode);
        find(values, Parameter.CYCLE_MOMENTUM, Boolean.class).ifPresent(builder::cycleMomentum);
        number(values, Parameter.BASE_MOMENTUM).ifPresent(builder::baseMomentum);
        number(values, Parameter.MAX_MOMENTUM).ifPresent(builder::maxMomentum);
        groups.values().forEach(group -> addGroup(builder, group, baseLr));
        return builder.build();
    }

    /** Its mode; triangular if not named. */
    public Mode mode() {
        return find(values, Parameter.MODE, Mode.class).orElse(Mode.TRIANGULAR);
    }

    /** Its gamma; 1 if not named. */
    public double gamma() {
        return number(values, Parameter.GAMMA).orElse(1.0);
    }

    private void addGroup(Schedule.Builder builder, Map<Parameter, Object> group, double firstBaseLr) {
        double baseLr = number(group, Parameter.BASE_LR)
                .or(() -> number(group, Parameter.BASE_LR_FACTOR).map(factor -> firstBaseLr * factor))
                .orElse(firstBaseLr);
        builder.parameterGroup(
                baseLr,
                maxLr(group, baseLr).or(() -> maxLr(values, baseLr)).orElseThrow(),
                number(group, Parameter.BASE_MOMENTUM).orElse(null),
                number(group, Parameter.MAX_MOMENTUM).orElse(null));
    }

    private static Optional<Double> maxLr(Map<Parameter, Object> given, double baseLr) {
        return number(given, Parameter.MAX_LR)
                .or(() -> number(given, Parameter.MAX_LR_FACTOR).map(factor -> baseLr * factor));
    }

    private static Optional<Double> number(Map<Parameter, Object> given, Parameter parameter) {
        return find(given, parameter, Number.class).map(Number::doubleValue);
    }

    /** A Double where the distribution is quantized by a whole q. */
    private Optional<Long> integer(Parameter parameter) {
        return find(values, parameter, Number.class).map(Number::longValue);
    }

    private static <T> Optional<T> find(Map<Parameter, Object> given, Parameter parameter, Class<T> type) {
        return Optional.ofNullable(given.get(parameter)).map(type::cast);
    }

    /** {@code base_lr=0.001, max_lr=0.006, …, head.base_lr=0.01}. */
    @Override
    public String toString() {
        return Stream.concat(
                        texts("", values),
                        groups.entrySet().stream().flatMap(group -> texts(group.getKey() + ".", group.getValue())))
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
