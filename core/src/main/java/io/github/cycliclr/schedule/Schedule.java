package io.github.cycliclr.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/**
 * A cyclical learning-rate schedule: one shape, and the curves of one or more parameter groups over it.
 *
 * <p>The parameters, their names and their defaults are those of PyTorch's {@code CyclicLR}.
 *
 * @param parameterGroups at least one
 */
public record Schedule(Shape shape, List<ParameterGroup> parameterGroups) {
    /** Requires a shape and at least one group. */
    public Schedule {
        Objects.requireNonNull(shape, "shape");
        parameterGroups = List.copyOf(parameterGroups);
        if (parameterGroups.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs at least one parameter group");
        }
    }

    /** A schedule with PyTorch's defaults: only base_lr and max_lr must be given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The learning rate of the first parameter group. */
    public Curve learningRate() {
        return parameterGroups.get(0).learningRate();
    }

    /** The momentum of the first parameter group; empty where it does not cycle. */
    public Optional<Curve> momentum() {
        return parameterGroups.get(0).momentum();
    }

    /** What is allowed but seldom meant, a sentence each. */
    public List<String> warnings() {
        if (shape.scaling() instanceof Scaling.Geometric k && k.ratio() > 1) {
            return List.of("gamma is " + k.ratio() + ", above 1: the amplitude grows without bound and leaves max_lr");
        }
        return List.of();
    }

    /** Collects the parameters; {@link #build()} checks them all at once. */
    public static final class Builder {
        private record Group(double baseLr, double maxLr, Double baseMomentum, Double maxMomentum) {}

        private final List<Group> groups = new ArrayList<>();
        private Double baseLr;
        private Double maxLr;
        private long stepSizeUp = 2000;
        private Long stepSizeDown;
        private Mode mode = Mode.TRIANGULAR;
        private double gamma = 1;
        private LongToDoubleFunction scaleFn;
        private ScaleMode scaleMode;
        private boolean cycleMomentum = true;
        private double baseMomentum = 0.8;
        private double maxMomentum = 0.9;

        private Builder() {}

        /** Lower bound of the learning rate; finite, at least 0. */
        public Builder baseLr(double baseLr) {
            this.baseLr = baseLr;
            return this;
        }

        /** Upper bound of the learning rate; finite, at least base_lr. */
        public Builder maxLr(double maxLr) {
            this.maxLr = maxLr;
            return this;
        }

        /** Iterations from base_lr up to max_lr, at least 1; 2000 if not given. */
        public Builder stepSizeUp(long stepSizeUp) {
            this.stepSizeUp = stepSizeUp;
            return this;
        }

        /** Iterations from max_lr back to base_lr, at least 1; null means step_size_up. */
        public Builder stepSizeDown(Long stepSizeDown) {
            this.stepSizeDown = stepSizeDown;
            return this;
        }

        /** Iterations from max_lr back to base_lr, at least 1. */
        public Builder stepSizeDown(long stepSizeDown) {
            return stepSizeDown(Long.valueOf(stepSizeDown));
        }

        /** triangular if not given. */
        public Builder mode(Mode mode) {
            this.mode = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /** Constant of exp_range; finite, at least 0; 1 if not given. */
        public Builder gamma(double gamma) {
            this.gamma = gamma;
            return this;
        }

        /** The caller's scaling instead of mode and gamma; see {@link Scaling.Custom}. Null means none. */
        public Builder scaleFn(LongToDoubleFunction scaleFn) {
            this.scaleFn = scaleFn;
            return this;
        }

        /** What the scaling counts; null means the mode's own, and the cycle for a scale_fn. */
        public Builder scaleMode(ScaleMode scaleMode) {
            this.scaleMode = scaleMode;
            return this;
        }

        /** Whether the momentum cycles, inversely to the learning rate; true if not given. */
        public Builder cycleMomentum(boolean cycleMomentum) {
            this.cycleMomentum = cycleMomentum;
            return this;
        }

        /** Momentum at the peak of the learning rate, from 0 to max_momentum; 0.8 if not given. */
        public Builder baseMomentum(double baseMomentum) {
            this.baseMomentum = baseMomentum;
            return this;
        }

        /** Momentum at the foot of the learning rate, from base_momentum to 1; 0.9 if not given. */
        public Builder maxMomentum(double maxMomentum) {
            this.maxMomentum = maxMomentum;
            return this;
        }

        /** One more parameter group, with the momentum bounds of the schedule. */
        public Builder parameterGroup(double baseLr, double maxLr) {
            return parameterGroup(baseLr, maxLr, null, null);
        }

        /** One more parameter group, with momentum bounds of its own; null means that of the schedule. */
        public Builder parameterGroup(double baseLr, double maxLr, Double baseMomentum, Double maxMomentum) {
            groups.add(new Group(baseLr, maxLr, baseMomentum, maxMomentum));
            return this;
        }

        /**
         * The schedule.
         *
         * @throws InvalidScheduleException with every rule that is broken
         */
        public Schedule build() {
            List<String> wrong = new ArrayList<>();
            List<Group> all = new ArrayList<>(groups);
            if (baseLr != null && maxLr != null) {
                all.add(0, new Group(baseLr, maxLr, null, null));
            } else if (baseLr != null || maxLr != null || groups.isEmpty()) {
                if (baseLr == null) {
                    wrong.add("base_lr is missing; it must be finite and at least 0");
                }
                if (maxLr == null) {
                    wrong.add("max_lr is missing; it must be finite and at least base_lr");
                }
            }
            all.forEach(group -> wrong.addAll(Rules.learningRate(group.baseLr, group.maxLr)));
            wrong.addAll(Rules.stepSize("step_size_up", stepSizeUp));
            if (stepSizeDown != null) {
                wrong.addAll(Rules.stepSize("step_size_down", stepSizeDown));
            }
            wrong.addAll(Rules.gamma(gamma));
            if (cycleMomentum) {
                all.forEach(group -> wrong.addAll(Rules.momentum(base(group), max(group))));
            }
            InvalidScheduleException.throwIfAny(wrong);
            Scaling scaling = scaleFn == null
                    ? Scaling.of(mode, gamma, scaleMode)
                    : new Scaling.Custom(scaleFn, scaleMode == null ? ScaleMode.CYCLE : scaleMode);
            Shape shape = new Shape(stepSizeUp, stepSizeDown == null ? stepSizeUp : stepSizeDown, scaling);
            return new Schedule(shape, all.stream().map(this::curves).toList());
        }

        private ParameterGroup curves(Group group) {
            return new ParameterGroup(
                    Curve.learningRate(group.baseLr, group.maxLr),
                    cycleMomentum ? Optional.of(Curve.momentum(base(group), max(group))) : Optional.empty());
        }

        private double base(Group group) {
            return group.baseMomentum == null ? baseMomentum : group.baseMomentum;
        }

        private double max(Group group) {
            return group.maxMomentum == null ? maxMomentum : group.maxMomentum;
        }
    }
}
