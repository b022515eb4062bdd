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
    BASE_LR,
    BASE_LR_FACTOR,
    MAX_LR,
    MAX_LR_FACTOR,
    STEP_SIZE_UP,
    STEP_SIZE_DOWN,
    MODE,
    GAMMA,
    SCALE_MODE,
    CYCLE_MOMENTUM,
    BASE_MOMENTUM,
    MAX_MOMENTUM;

    /** The parameters of a schedule and of its first parameter group. */
    static final List<String> NAMES = names(Stream.of(values()).filter(each -> each != BASE_LR_FACTOR));

    /** The parameters that each further parameter group can have. */
    static final List<String> NAMES_OF_GROUP =
            names(Stream.of(BASE_LR, BASE_LR_FACTOR, MAX_LR, MAX_LR_FACTOR, BASE_MOMENTUM, MAX_MOMENTUM));

    private static List<String> names(Stream<Parameter> parameters) {
        return parameters.map(Parameter::toString).toList();
    }

    static Parameter of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether it is a number of iterations. */
    boolean isStepSize() {
        return this == STEP_SIZE_UP || this == STEP_SIZE_DOWN;
    }

    /** The values of a parameter that is not a number; none for a number. */
    private List<?> choices() {
        return switch (this) {
            case MODE -> List.of(Mode.values());
            case SCALE_MODE -> List.of(ScaleMode.values());
            case CYCLE_MOMENTUM -> List.of(true, false);
            default -> List.of();
        };
    }

    boolean isNumber() {
        return choices().isEmpty();
    }

    /** The value in a file, a number whole if it must be so; null where PyTorch's None has a meaning. */
    @Nullable Object read(YamlValue value, boolean whole) {
        if (value.isNull() && (this == STEP_SIZE_DOWN || this == SCALE_MODE)) {
            return null;
        }
        if (!isNumber()) {
            return value.oneOf(choices());
        }
        return whole ? (Object) value.integer() : (Object) value.number();
    }

    /** PyTorch's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
