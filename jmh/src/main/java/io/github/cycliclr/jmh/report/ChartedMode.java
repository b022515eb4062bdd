package io.github.cycliclr.jmh.report;

import io.github.cycliclr.sweep.plot.Chart;
import io.github.cycliclr.sweep.plot.Pen;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A mode as all charts draw it. The colours are distinct for the colour-blind, and so are the points. */
enum ChartedMode {
    TRIANGULAR("triangular/cycle", "triangular", 0x0072B2, 24),
    TRIANGULAR2("triangular2/cycle", "triangular2", 0xC24E00, 4),
    EXP_RANGE_BY_CYCLE("exp_range/cycle", "exp_range by cycle", 0x00795A, 5),
    EXP_RANGE_BY_ITERATION("exp_range/iterations", "exp_range by iteration", 0x9A3F86, 3);

    /** The upper bound of the speed of a fill: the time of an Arrays.fill of the same array. */
    static final String ROOF = "Arrays.fill, the roof";

    static final Color GREY = new Color(0x6E7781);

    /** The parameter of the benchmarks. */
    final String schedule;

    final String label;
    private final Color color;
    private final int corners;

    ChartedMode(String schedule, String label, int rgb, int corners) {
        this.schedule = schedule;
        this.label = label;
        this.color = new Color(rgb);
        this.corners = corners;
    }

    /** Adds the throughputs of this mode to a chart, named at the end of the line. */
    void addTo(Chart chart, List<Measurement> measurements, ToDoubleFunction<Measurement> x) {
        double[] xs = measurements.stream().mapToDouble(x).toArray();
        double[] ys = throughputs(measurements);
        chart.line(xs, ys, new Pen(color, 2.5))
                .points(xs, ys, corners, 5, color)
                .endLabel(label, ys[ys.length - 1], color);
    }

    /** Adds the throughputs of Arrays.fill to a chart as a broad grey line. */
    static void addRoof(Chart chart, double[] xs, double[] ys) {
        chart.line(xs, ys, new Pen(new Color(0xC3CAD1), 8)).endLabel(ROOF, ys[ys.length - 1], GREY);
    }

    static double[] throughputs(List<Measurement> measurements) {
        return measurements.stream()
                .mapToDouble(Measurement::gigabytesPerSecond)
                .toArray();
    }
}
