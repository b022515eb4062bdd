package io.github.cycliclr.sweep.command;

import static io.github.cycliclr.sweep.command.Arguments.flag;
import static io.github.cycliclr.sweep.command.ValueOption.choice;
import static io.github.cycliclr.sweep.command.ValueOption.number;
import static io.github.cycliclr.sweep.command.ValueOption.whole;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Schedule;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;

/** The options that make a schedule, named as in PyTorch. */
final class ScheduleOptions {
    private static final Pattern PARAMETER =
            Pattern.compile("\\b(base_lr|max_lr|step_size_up|step_size_down|gamma|base_momentum|max_momentum)\\b");

    static final ValueOption<Double> BASE_LR = number("base-lr", "B", "The lower bound; at least 0.");
    static final ValueOption<Double> MAX_LR = number("max-lr", "M", "The upper bound; at least B.");
    static final ValueOption<Long> STEP_SIZE_UP = whole("step-size-up", "U", "Iterations from B up to M.");
    static final ValueOption<Long> STEP_SIZE_DOWN =
            whole("step-size-down", "D", "Iterations from M back to B; default U.");
    static final ValueOption<Mode> MODE =
            choice("mode", "MODE", "How the amplitude changes: %s; default triangular.", List.of(Mode.values()));
    static final ValueOption<Double> GAMMA =
            number("gamma", "G", "The constant of exp_range, which scales the amplitude by G^x; default 1.");
    static final ValueOption<ScaleMode> SCALE_MODE = choice(
            "scale-mode",
            "X",
            "What x counts: %s; default iterations for exp_range, cycle for the other modes.",
            List.of(ScaleMode.values()));
    static final Option MOMENTUM = flag("momentum", "Cycle the momentum too, inversely to the learning rate.");
    static final ValueOption<Double> BASE_MOMENTUM =
            number("base-momentum", "A", "Momentum at the peak of the learning rate; default 0.8.");
    static final ValueOption<Double> MAX_MOMENTUM =
            number("max-momentum", "Z", "Momentum at the trough of the learning rate; default 0.9.");

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

    private ScheduleOptions() {}

    /** Whether any of the options is given. */
    static boolean areIn(Arguments arguments) {
        return ALL.stream().anyMatch(arguments::has);
    }

    /** @throws UsageException if an option is missing, needs another, or breaks a rule */
    static Schedule schedule(Arguments arguments) {
        for (Option option : List.of(BASE_MOMENTUM, MAX_MOMENTUM)) {
            if (arguments.has(option) && !arguments.has(MOMENTUM)) {
                throw new UsageException(Arguments.name(option) + " is given without --momentum; add --momentum");
            }
        }
        Schedule.Builder builder = Schedule.builder()
                .baseLr(arguments.required(BASE_LR))
                .maxLr(arguments.required(MAX_LR))
                .stepSizeUp(arguments.required(STEP_SIZE_UP))
                .stepSizeDown(arguments.value(STEP_SIZE_DOWN, null))
                .mode(mode(arguments))
                .gamma(arguments.value(GAMMA, 1.0))
                .scaleMode(arguments.value(SCALE_MODE, null))
                .cycleMomentum(arguments.has(MOMENTUM))
                .baseMomentum(arguments.value(BASE_MOMENTUM, 0.8))
                .maxMomentum(arguments.value(MAX_MOMENTUM, 0.9));
        try {
            return builder.build();
        } catch (InvalidScheduleException e) {
            throw new UsageException(PARAMETER
                    .matcher(e.getMessage())
                    .replaceAll(name -> "--" + name.group().replace('_', '-')));
        }
    }

    private static Mode mode(Arguments arguments) {
        return arguments.value(MODE, Mode.TRIANGULAR);
    }

    /** Warns of an option without effect. */
    static void warn(Arguments arguments, Console console) {
        if (arguments.has(GAMMA) && mode(arguments) != Mode.EXP_RANGE) {
            console.warn("--gamma has no effect with --mode " + mode(arguments) + "; it is for exp_range");
        }
    }

    /** The schedule in one line, with the numbers as they are written. */
    static String title(Arguments arguments, Schedule schedule) {
        Mode mode = mode(arguments);
        ScaleMode scaleMode = arguments.value(SCALE_MODE, null);
        String gamma = arguments.has(GAMMA) ? arguments.text(GAMMA) : "1";
        return mode
                + (mode == Mode.EXP_RANGE ? ", gamma " + gamma : "")
                + (scaleMode == null ? "" : ", scaled by " + (scaleMode == ScaleMode.CYCLE ? "cycle" : "iteration"))
                + ": base_lr " + arguments.text(BASE_LR)
                + ", max_lr " + arguments.text(MAX_LR)
                + ", step sizes " + schedule.shape().stepSizeUp() + " and "
                + schedule.shape().stepSizeDown();
    }
}
