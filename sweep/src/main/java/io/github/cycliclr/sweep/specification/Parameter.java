package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A parameter of a schedule that a sweep can set, named as in PyTorch; {@code max_lr_factor} is max_lr / base_lr, and
 * {@code base_lr_factor} the base_lr of a parameter group / that of the first one.
 */
public enum Parameter {
    BASE_LR(Type.NUMBER),
    BASE_LR_FACTOR(Type.NUMBER),
    MAX_LR(Type.NUMBER),
    MAX_LR_FACTOR(Type.NUMBER),
    STEP_SIZE_UP(Type.INTEGER),
    STEP_SIZE_DOWN(Type.INTEGER),
    MODE(Type.MODE),
    GAMMA(Type.NUMBER),
    SCALE_MODE(Type.SCALE_MODE),
    CYCLE_MOMENTUM(Type.BOOLEAN),
    BASE_MOMENTUM(Type.NUMBER),
    MAX_MOMENTUM(Type.NUMBER);

    /** What the values of a parameter are. */
    enum Type {
        NUMBER,
        INTEGER,
        BOOLEAN,
        MODE,
        SCALE_MODE
    }

    private final Type type;

    Parameter(Type type) {
        this.type = type;
    }

    Type type() {
        return type;
    }

    /** Those of a schedule and its first parameter group. */
    static List<String> names() {
        return Stream.of(values())
                .filter(each -> each != BASE_LR_FACTOR)
                .map(Parameter::toString)
                .toList();
    }

    /** Those that every parameter group can have for itself. */
    static List<String> namesOfGroup() {
        return Stream.of(BASE_LR, BASE_LR_FACTOR, MAX_LR, MAX_LR_FACTOR, BASE_MOMENTUM, MAX_MOMENTUM)
                .map(Parameter::toString)
                .toList();
    }

    static Parameter of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether it is a number of iterations. */
    boolean isStepSize() {
        return this == STEP_SIZE_UP || this == STEP_SIZE_DOWN;
    }

    /** A value as the file gives it: a Double, Long, Boolean, Mode or ScaleMode; null where PyTorch's None has a meaning. */
    Object read(YamlValue value, Type type) {
        if (value.isNull() && (this == STEP_SIZE_DOWN || this == SCALE_MODE)) {
            return null;
        }
        return switch (type) {
            case NUMBER -> value.number();
            case INTEGER -> value.integer();
            case BOOLEAN -> oneOf(value, Boolean.TRUE, Boolean.FALSE);
            case MODE -> oneOf(value, (Object[]) Mode.values());
            case SCALE_MODE -> oneOf(value, (Object[]) ScaleMode.values());
        };
    }

    private static Object oneOf(YamlValue value, Object... known) {
        String expected = Stream.of(known).map(Object::toString).collect(Collectors.joining(", "));
        String text = value.text(expected).toLowerCase(Locale.ROOT); // Python's True is true
        return Stream.of(known)
                .filter(each -> each.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> value.wrong(expected));
    }

    /** PyTorch's spelling. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
