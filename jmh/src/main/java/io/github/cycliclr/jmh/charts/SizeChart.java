package io.github.cycliclr.jmh.charts;

import io.github.cycliclr.jmh.ResultRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** Throughput by size, a line a mode under the roof that Arrays.fill is. Both axes are logarithms to base 2. */
final class SizeChart {
    static final String NAME = "by-size.png";

    private static final int HEIGHT = 520;

    private SizeChart() {}

    static Picture draw(Path directory) throws IOException {
        Run run = Run.read(directory, "sizes");
        XYChart chart = chart(run);
        Picture picture = new Picture(
                "Throughput of a fill by the size of the array", HEIGHT, run.caption(), "double[], " + run.settings());
        NamedLines.paint(picture, chart, HEIGHT);
        return picture;
    }

    static XYChart chart(Run run) {
        XYChart chart = ChartStyle.lines("size of the array", "throughput in GB/s");
        List<ResultRow> roof = roof(run.rows());
        NamedLines.addRoof(chart, sizes(roof), throughputs(roof));
        for (DrawnMode mode : DrawnMode.values()) {
            List<ResultRow> rows = run.rows("vector", mode.schedule);
            NamedLines.add(chart, mode, sizes(rows), throughputs(rows));
        }
        span(chart);
        return chart;
    }

    private static double[] sizes(List<ResultRow> rows) {
        return rows.stream().mapToDouble(row -> log2(row.size() * Double.BYTES)).toArray();
    }

    private static double[] throughputs(List<ResultRow> rows) {
        return rows.stream().mapToDouble(row -> log2(row.gigabytesPerSecond())).toArray();
    }

    /** Arrays.fill knows no schedule, but was timed beside each: the median for each size. */
    private static List<ResultRow> roof(List<ResultRow> rows) {
        return rows.stream()
                .filter(row -> row.parameters().get("evaluator").equals("arrays_fill"))
                .sorted(Comparator.comparing(ResultRow::nanos))
                .collect(Collectors.groupingBy(ResultRow::size))
                .values()
                .stream()
                .map(each -> each.get(each.size() / 2))
                .sorted(Comparator.comparing(ResultRow::size))
                .toList();
    }

    /** The axes from power to power of two around the values. */
    private static void span(XYChart chart) {
        List<XYSeries> all = new ArrayList<>(chart.getSeriesCollection());
        double left = all.stream().mapToDouble(XYSeries::getXMin).min().orElseThrow();
        double right = all.stream().mapToDouble(XYSeries::getXMax).max().orElseThrow();
        double least =
                Math.floor(all.stream().mapToDouble(XYSeries::getYMin).min().orElseThrow());
        double most =
                Math.ceil(all.stream().mapToDouble(XYSeries::getYMax).max().orElseThrow());
        chart.getStyler()
                // XChart leaves out ticks at the very ends, and names that reach beyond them.
                .setXAxisMin(left - 0.3)
                .setXAxisMax(right + 0.8)
                .setYAxisMin(least - 0.02)
                .setYAxisMax(most + 0.02)
                .setXAxisTickMarkSpacingHint(ChartStyle.tickDistance(2, right - left, NamedLines.WIDTH - 80))
                .setYAxisTickMarkSpacingHint(ChartStyle.tickDistance(1, most - least, HEIGHT - 80));
        chart.setCustomXAxisTickLabelsFormatter(SizeChart::bytes);
        chart.setCustomYAxisTickLabelsFormatter(exponent -> BigDecimal.valueOf(Math.pow(2, Math.round(exponent)))
                .stripTrailingZeros()
                .toPlainString());
    }

    /** XChart asks for names far outside the axis, too. */
    private static String bytes(double exponent) {
        int tens = Math.max(0, Math.min(3, (int) (exponent / 10)));
        return (1L << Math.round(exponent) - 10 * tens)
                + List.of(" B", " KiB", " MiB", " GiB").get(tens);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
