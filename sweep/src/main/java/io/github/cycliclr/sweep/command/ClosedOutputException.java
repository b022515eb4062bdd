package io.github.cycliclr.sweep.command;

import java.io.IOException;
import java.io.Serial;

/** The reader of standard output has gone; no failure, only an end. */
final class ClosedOutputException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    ClosedOutputException(IOException cause) {
        super(cause);
    }
}
