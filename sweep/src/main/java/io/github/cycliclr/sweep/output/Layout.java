package io.github.cycliclr.sweep.output;

import java.util.List;
import java.util.Locale;

/** Which of the two dimensions of a sweep's arrays comes first. */
public enum Layout {
    /** A row a configuration: shape (configurations, iterations). */
    CONFIG_MAJOR,
    /** A row an iteration: shape (iterations, configurations). */
    ITERATION_MAJOR;

    /** The array of a sweep in this layout. */
    public NpyFormat format(DType dtype, long configurations, long iterations) {
        return new NpyFormat(
                dtype,
                this == CONFIG_MAJOR ? List.of(configurations, iterations) : List.of(iterations, configurations));
    }

    /** {@code config-major} or {@code iteration-major}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
