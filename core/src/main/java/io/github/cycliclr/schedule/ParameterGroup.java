package io.github.cycliclr.schedule;

import java.util.Objects;
import java.util.Optional;

/**
 * The curves of one parameter group of an optimizer.
 *
 * @param momentum empty where the momentum does not cycle
 */
public record ParameterGroup(Curve learningRate, Optional<Curve> momentum) {
    /** Requires both. */
    public ParameterGroup {
        Objects.requireNonNull(learningRate, "learningRate");
        Objects.requireNonNull(momentum, "momentum");
    }
}
