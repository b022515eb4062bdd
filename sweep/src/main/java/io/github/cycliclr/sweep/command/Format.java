package io.github.cycliclr.sweep.command;

import java.util.Locale;

/** A format of files, named as their ending. */
enum Format {
    NPY,
    CSV,
    PNG,
    SVG;

    /** {@code npy}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
