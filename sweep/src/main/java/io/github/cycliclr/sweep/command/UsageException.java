package io.github.cycliclr.sweep.command;

import java.io.Serial;

/** Wrong usage; the message names the option, what is wrong, and what would be right. */
final class UsageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
