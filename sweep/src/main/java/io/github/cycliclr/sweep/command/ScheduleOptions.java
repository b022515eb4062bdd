package io.github.cycliclr.sweep.command;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Schedule;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that make a schedule, named as in PyTorch. */
final class ScheduleOptions {
    private static final Pattern PARAMETER =
            Pattern.compile("\\b(base_lr|max_lr|step_size_up|step_size_down|gamma|base_momentum|max_momentum)\\b");

    @Option(names = "--base-lr", required = true, paramLabel = "B", description = "The lower bound; at least 0.")
    private double baseLr;

    @Option(names = "--max-lr", required = true, paramLabel = "M", description = "The upper bound; at least B.")
    private double maxLr;

    @Option(names = "--step-size-up", required = true, paramLabel = "U", description = "Iterations from B up to M.")
    private long stepSizeUp;

    @Option(names = "--step-size-down", paramLabel = "D", description = "Iterations from M back to B; U if not given.")
    private Long stepSizeDown;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "triangular",
            description = "How the amplitude changes: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Mode mode;

    @Option(
            names = "--gamma",
            paramLabel = "G",
            defaultValue = "1",
            description = "The constant of exp_range: the amplitude is scaled by G^x; 1 if not given.")
    private double gamma;

    @Option(
            names = "--scale-mode",
            paramLabel = "X",
            description =
                    "What x counts: ${COMPLETION-CANDIDATES}; if not given, iterations for exp_range, else cycle.")
    private ScaleMode scaleMode;

    @Option(names = "--momentum", description = "Cycle the momentum too, inversely to the learning rate.")
    private boolean momentum;

    @Option(names = "--base-momentum", paramLabel = "A", description = "Momentum at the peak; 0.8 if not given.")
    private Double baseMomentum;

    @Option(names = "--max-momentum", paramLabel = "Z", description = "Momentum at the foot; 0.9 if not given.")
    private Double maxMomentum;

    /**
     * The schedule.
     *
     * @throws ParameterException if an option needs another, or the values break a rule
     */
    Schedule schedule(CommandLine line) {
        if (!momentum && (baseMomentum != null || maxMomentum != null)) {
            String given = baseMomentum != null ? "--base-momentum" : "--max-momentum";
            throw new ParameterException(line, given + " is given without --momentum; add --momentum");
        }
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
            throw new ParameterException(line, inOptionNames(e.getMessage()));
        }
    }

    /** What the schedule is, in a line. */
    String title() {
        StringBuilder title = new StringBuilder().append(mode);
        if (mode == Mode.EXP_RANGE) {
            title.append(", gamma ").append(gamma);
        }
        if (scaleMode != null) {
            title.append(", scaled by ").append(scaleMode == ScaleMode.CYCLE ? "cycle" : "iteration");
        }
        title.append(": base_lr ").append(baseLr).append(", max_lr ").append(maxLr);
        title.append(", step sizes ").append(stepSizeUp);
        return title.append(" and ")
                .append(stepSizeDown == null ? stepSizeUp : stepSizeDown)
                .toString();
    }

    private static String inOptionNames(String message) {
        return PARAMETER.matcher(message).replaceAll(name -> "--" + name.group().replace('_', '-'));
    }
}
