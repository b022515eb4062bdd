package io.github.cycliclr.jmh.report;

import java.awt.Color;

/** A mode as all charts draw it. The colours are distinct for the colour-blind, and so are the points. */
enum ChartedMode {
    TRIANGULAR("triangular/cycle", "triangular", 0x0072B2, 24),
    TRIANGULAR2("triangular2/cycle", "triangular2", 0xC24E00, 4),
    EXP_RANGE_BY_CYCLE("exp_range/cycle", "exp_range by cycle", 0x00795A, 5),
    EXP_RANGE_BY_ITERATION("exp_range/iterations", "exp_range by iteration", 0x9A3F86, 3);

    /** For evaluators that only write the array. */
    static final Color GREY = new Color(0x6E7781);

    /** The parameter of the benchmarks. */
    final String schedule;

    final String label;
    final Color color;
    final int corners;

    ChartedMode(String schedule, String label, int rgb, int corners) {
        this.schedule = schedule;
        this.label = label;
        this.color = new Color(rgb);
        this.corners = corners;
    }
}
