package io.github.cycliclr.sweep.run;

import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.NpyFormat;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.SpecificationException;

/**
 * A sweep that is ready to run: every configuration was drawn once and is valid.
 *
 * @param hasMomentum whether momentum cycles in any configuration
 * @param warned the number of configurations with warnings
 */
public record Sweep(
        Configurations configurations, DType dtype, Layout layout, NpyFormat format, boolean hasMomentum, int warned) {

    /**
     * Checks all configurations.
     *
     * @throws SpecificationException if one breaks a rule, or the arrays are too large for any file
     */
    public static Sweep of(Configurations configurations, DType dtype, Layout layout) {
        boolean hasMomentum = false;
        int warned = 0;
        for (int row = 0; row < configurations.count(); row++) {
            Schedule schedule = configurations.schedule(row);
            hasMomentum |= schedule.momentum().isPresent();
            warned += schedule.warnings().isEmpty() ? 0 : 1;
        }
        NpyFormat format = layout.format(
                dtype, configurations.count(), configurations.specification().iterations());
        return new Sweep(configurations, dtype, layout, format, hasMomentum, warned);
    }

    /** Iterations of each configuration. */
    public long iterations() {
        return configurations.specification().iterations();
    }

    /** The element of an array that holds the value of a row and an iteration. */
    public long element(int row, long iteration) {
        return layout == Layout.CONFIG_MAJOR
                ? row * iterations() + iteration
                : iteration * configurations.count() + row;
    }

    /** The row of an element. */
    public int row(long element) {
        return (int) (layout == Layout.CONFIG_MAJOR ? element / iterations() : element % configurations.count());
    }

    /** The iteration of an element. */
    public long iteration(long element) {
        return layout == Layout.CONFIG_MAJOR ? element % iterations() : element / configurations.count();
    }

    /** Values of all arrays. */
    public long values() {
        return format.elements() * arrays();
    }

    /** Bytes of all arrays. */
    public long bytes() {
        return format.fileSize() * arrays();
    }

    private int arrays() {
        return SweepArray.of(this).size();
    }
}
