package io.github.cycliclr.sweep.specification;

import java.util.Locale;

/** How configurations are chosen. */
public enum Method {
    /** Every combination of the values. */
    GRID,
    /** Independent draws. */
    RANDOM,
    /** A Sobol sequence: draws that cover the space evenly. */
    SOBOL;

    /** The spelling of the specification. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
