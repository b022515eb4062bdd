package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a schedule that a sweep can set, named as in PyTorch; {@code max_lr_factor} is max_lr / base_lr, and
 * {@code base_lr_factor} is the base_lr of a parameter group / that of the first group.
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

    /** The parameters of a schedule and of its first parameter group. */
    static final List<String> NAMES = names(Stream.of(values()).filter(each -> each != BASE_LR_FACTOR));

    /** The parameters that each further parameter group can have. */
    static final List<String> NAMES_OF_GROUP =
            names(Stream.of(BASE_LR, BASE_LR_FACTOR, MAX_LR, MAX_LR_FACTOR, BASE_MOMENTUM, MAX_MOMENTUM));

    /** The type of a parameter's values. */
    enum Type {
        NUMBER,
        INTEGER,
        BOOLEAN,
        MODE,
        SCALE_MODE;

        boolean isNumeric() {
            return this == NUMBER || this == INTEGER;
        }
    }

    private final Type type;

    Parameter(Type type) {
        this.type = type;
    }

    private static List<String> names(Stream<Parameter> parameters) {
        return parameters.map(Parameter::toString).toList();
    }

    Type type() {
        return type;
    }

    static Parameter of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether it is a number of iterations. */
    boolean isStepSize() {
        return this == STEP_SIZE_UP || this == STEP_SIZE_DOWN;
    }

    /** The value in a file: a Double, Long, Boolean, Mode or ScaleMode; null where PyTorch's None has a meaning. */
    @Nullable Object read(YamlValue value, Type type) {
        if (value.isNull() && (this == STEP_SIZE_DOWN || this == SCALE_MODE)) {
            return null;
        }
        return switch (type) {
            case NUMBER -> value.number();
            case INTEGER -> value.integer();
            case BOOLEAN -> value.oneOf(true, false);
            case MODE -> value.oneOf(Mode.values());
            case SCALE_MODE -> value.oneOf(ScaleMode.values());
        };
    }

    /** PyTorch's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
