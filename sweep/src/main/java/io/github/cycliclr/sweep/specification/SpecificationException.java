package io.github.cycliclr.sweep.specification;

import java.io.Serial;

/** A specification that cannot be used; the message is one line, {@code FILE:LINE:COLUMN: key: what; what would be right}. */
public final class SpecificationException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SpecificationException(String message) {
        super(message);
    }
}
