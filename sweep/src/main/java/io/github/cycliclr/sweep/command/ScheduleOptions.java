package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;

/** The options that make a schedule, named as in PyTorch. */
final class ScheduleOptions {
    private static final String PARAMETER =
            "\\b(base_lr|max_lr|step_size_up|step_size_down|gamma|base_momentum|max_momentum)\\b";

    private static final Option BASE_LR = Arguments.valued("base-lr");
    private static final Option MAX_LR = Arguments.valued("max-lr");
    private static final Option STEP_SIZE_UP = Arguments.valued("step-size-up");
    private static final Option STEP_SIZE_DOWN = Arguments.valued("step-size-down");
    private static final Option MODE = Arguments.valued("mode");
    private static final Option GAMMA = Arguments.valued("gamma");
    private static final Option SCALE_MODE = Arguments.valued("scale-mode");
    private static final Option MOMENTUM = Arguments.flag("momentum");
    private static final Option BASE_MOMENTUM = Arguments.valued("base-momentum");
    private static final Option MAX_MOMENTUM = Arguments.valued("max-momentum");

    static final List<Option> ALL = List.of(
            BASE_LR,
            MAX_LR,
            STEP_SIZE_UP,
            STEP_SIZE_DOWN,
            MODE,
            GAMMA,
            SCALE_MODE,
            MOMENTUM,
            BASE_MOMENTUM,
            MAX_MOMENTUM);

    private final Arguments arguments;
    private final double baseLr;
    private final double maxLr;
    private final long stepSizeUp;
    private final Long stepSizeDown;
    private final Mode mode;
    private final double gamma;
    private final ScaleMode scaleMode;
    private final boolean momentum;
    private final Double baseMomentum;
    private final Double maxMomentum;

    /** @throws UsageException if an option is missing, needs another, or is of no use */
    ScheduleOptions(Arguments arguments) {
        this.arguments = arguments;
        baseLr = arguments.requiredNumber(BASE_LR);
        maxLr = arguments.requiredNumber(MAX_LR);
        stepSizeUp = arguments.requiredWhole(STEP_SIZE_UP);
        stepSizeDown = arguments.whole(STEP_SIZE_DOWN);
        mode = arguments.oneOf(MODE, Mode.values(), Mode.TRIANGULAR);
        gamma = arguments.has(GAMMA) ? arguments.number(GAMMA) : 1;
        scaleMode = arguments.oneOf(SCALE_MODE, ScaleMode.values(), null);
        momentum = arguments.has(MOMENTUM);
        baseMomentum = arguments.number(BASE_MOMENTUM);
        maxMomentum = arguments.number(MAX_MOMENTUM);
        if (!momentum && (baseMomentum != null || maxMomentum != null)) {
            String given = baseMomentum != null ? "--base-momentum" : "--max-momentum";
            throw new UsageException(given + " is given without --momentum; add --momentum");
        }
    }

    /** Whether any of the options is given. */
    static boolean areIn(Arguments arguments) {
        return ALL.stream().anyMatch(arguments::has);
    }

    /** @throws UsageException if the values break a rule */
    Schedule schedule() {
        Schedule.Builder builder = Schedule.builder()
                .baseLr(baseLr)
                .maxLr(maxLr)
                .stepSizeUp(stepSizeUp)
                .stepSizeDown(stepSizeDown)
                .mode(mode)
                .gamma(gamma)
                .scaleMode(scaleMode)
                .cycleMomentum(momentum);
        if (baseMomentum != null) {
            builder.baseMomentum(baseMomentum);
        }
        if (maxMomentum != null) {
            builder.maxMomentum(maxMomentum);
        }
        try {
            return builder.build();
        } catch (InvalidScheduleException e) {
            throw new UsageException(inOptionNames(e.getMessage()));
        }
    }

    /** What the schedule is, in a line, in the numbers as they are written. */
    String title() {
        StringBuilder title = new StringBuilder().append(mode);
        if (mode == Mode.EXP_RANGE) {
            title.append(", gamma ").append(arguments.has(GAMMA) ? arguments.text(GAMMA) : "1");
        }
        if (scaleMode != null) {
            title.append(", scaled by ").append(scaleMode == ScaleMode.CYCLE ? "cycle" : "iteration");
        }
        title.append(": base_lr ").append(arguments.text(BASE_LR));
        title.append(", max_lr ").append(arguments.text(MAX_LR));
        title.append(", step sizes ").append(stepSizeUp);
        return title.append(" and ")
                .append(stepSizeDown == null ? stepSizeUp : stepSizeDown)
                .toString();
    }

    /** What is given and of no use, if anything is. */
    Optional<String> warning() {
        return arguments.has(GAMMA) && mode != Mode.EXP_RANGE
                ? Optional.of("--gamma is of the mode exp_range; " + mode + " does without it")
                : Optional.empty();
    }

    private static String inOptionNames(String message) {
        return Pattern.compile(PARAMETER)
                .matcher(message)
                .replaceAll(name -> "--" + name.group().replace('_', '-'));
    }
}
