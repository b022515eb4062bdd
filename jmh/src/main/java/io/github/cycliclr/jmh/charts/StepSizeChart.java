package io.github.cycliclr.jmh.charts;

import io.github.cycliclr.jmh.ResultRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/**
 * Throughput by step size, a line a mode, under the roof if it was timed. The step sizes that were timed stand at equal
 * distances.
 */
final class StepSizeChart {
    static final String NAME = "by-step-size.png";

    private static final int HEIGHT = 420;

    private StepSizeChart() {}

    static Picture draw(Path directory) throws IOException {
        Run run = Run.read(directory, "steps");
        if (Files.exists(directory.resolve("steps-roof.json"))) {
            run = run.with(Run.read(directory, "steps-roof"));
        }
        Picture picture = new Picture(
                "Throughput of a fill by step size",
                HEIGHT,
                run.caption(),
                run.extent() + ", from iteration " + run.parameter("first") + ", gamma " + run.parameter("gamma")
                        + "; triangular2 has halved to a constant after some 55 cycles");
        XYChart chart = chart(run);
        NamedLines.paint(picture, chart, HEIGHT);
        return picture;
    }

    static XYChart chart(Run run) {
        List<String> steps = Arrays.stream(DrawnMode.values())
                .flatMap(mode -> run.rows("vector", mode.schedule).stream())
                .map(StepSizeChart::steps)
                .distinct()
                .sorted(Comparator.comparing(StepSizeChart::up))
                .toList();
        XYChart chart = ChartStyle.lines(
                "step_size_up / step_size_down, one number where they are equal", "throughput in GB/s");
        double[] all = IntStream.range(0, steps.size()).asDoubleStream().toArray();
        // The roof has no step sizes.
        run.rows("arrays_fill", DrawnMode.TRIANGULAR.schedule).forEach(roof -> {
            double[] level = new double[all.length];
            Arrays.fill(level, roof.gigabytesPerSecond());
            NamedLines.addRoof(chart, all, level);
        });
        for (DrawnMode mode : DrawnMode.values()) {
            List<ResultRow> rows = run.rows("vector", mode.schedule).stream()
                    .sorted(Comparator.comparing(row -> steps.indexOf(steps(row))))
                    .toList();
            NamedLines.add(
                    chart,
                    mode,
                    rows.stream().mapToDouble(row -> steps.indexOf(steps(row))).toArray(),
                    rows.stream().mapToDouble(ResultRow::gigabytesPerSecond).toArray());
        }
        double most = chart.getSeriesCollection().stream()
                .mapToDouble(XYSeries::getYMax)
                .max()
                .orElseThrow();
        chart.getStyler()
                // XChart leaves out ticks at the very ends.
                .setYAxisMin(-0.002 * most)
                .setYAxisMax(1.05 * most)
                .setXAxisMin(-0.3)
                .setXAxisMax(steps.size() - 0.7)
                .setXAxisTickMarkSpacingHint(ChartStyle.tickDistance(1, steps.size() - 0.4, NamedLines.WIDTH - 80));
        chart.setCustomXAxisTickLabelsFormatter(index -> name(steps, index));
        return chart;
    }

    /** XChart asks for names of the ends of the axis, too. */
    private static String name(List<String> steps, double index) {
        return Arrays.stream(steps.get((int) Math.max(0, Math.min(steps.size() - 1, Math.round(index))))
                        .split("/"))
                .distinct()
                .map(number -> number.matches("10*") ? ChartStyle.powerOfTen(number.length() - 1) : number)
                .collect(Collectors.joining("/"));
    }

    private static String steps(ResultRow row) {
        return row.parameters().get("steps");
    }

    private static long up(String steps) {
        return Long.parseLong(steps.split("/")[0]);
    }
}
