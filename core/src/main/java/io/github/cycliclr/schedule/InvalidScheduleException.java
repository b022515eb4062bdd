package io.github.cycliclr.schedule;

import java.io.Serial;
import java.util.List;

/** A schedule whose parameters break a rule; says which, what the value is and what it may be. */
public final class InvalidScheduleException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<String> violations;

    InvalidScheduleException(List<String> violations) {
        super(String.join("; ", violations));
        this.violations = List.copyOf(violations);
    }

    /** Every rule that is broken, a sentence each, which begins with the name of a parameter, in the order of the definition's table. */
    public List<String> violations() {
        return violations;
    }

    /** Throws if a check found something. */
    static void throwIfAny(List<String> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidScheduleException(violations);
        }
    }
}
