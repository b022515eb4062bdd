package io.github.cycliclr.sweep.specification;

import java.io.Serial;

/** A wrong specification; the message is one line, {@code FILE:LINE:COLUMN: key: what is wrong; what would be right}. */
public final class SpecificationException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SpecificationException(String message) {
        super(message.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
