package io.github.cycliclr.jmh.report;

import io.github.cycliclr.sweep.plot.Axis;
import io.github.cycliclr.sweep.plot.Chart;
import io.github.cycliclr.sweep.plot.Pen;
import io.github.cycliclr.sweep.plot.Picture;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Throughput by the size of the array or by step size: a line for each mode and a broad grey one for Arrays.fill. The
 * values measured stand at equal distances.
 */
final class ThroughputChart {
    private static final Color ROOF = new Color(0xC3CAD1);
    private static final String THROUGHPUT = "throughput in GB/s";

    private ThroughputChart() {}

    static Picture bySize(Results results) {
        List<Measurement> run = results.run("sizes");
        List<Measurement> sorted =
                run.stream().sorted(Comparator.comparing(Measurement::size)).toList();
        double least = throughputs(run).min().orElseThrow();
        double most = throughputs(run).max().orElseThrow();
        Axis y = Axis.logarithmic(THROUGHPUT, least, most);
        Chart chart =
                chart(sorted, arraysFill(sorted), "size of the array", each -> bytes(each.size() * Double.BYTES), y);
        return new Picture(
                "Throughput of a fill by the size of the array",
                List.of(),
                List.of(List.of(chart)),
                List.of(results.caption("sizes"), "double[], " + results.settings("sizes")));
    }

    static Picture byStepSize(Results results) {
        List<Measurement> run = results.run("steps");
        List<Measurement> roof = arraysFill(results.run("steps-roof"));
        List<Measurement> sorted = run.stream()
                .sorted(Comparator.comparing(
                        each -> Long.parseLong(each.parameter("steps").split("/")[0])))
                .toList();
        DoubleStream all =
                throughputs(Stream.concat(run.stream(), roof.stream()).toList());
        Axis y = Axis.around(THROUGHPUT, DoubleStream.concat(DoubleStream.of(0), all));
        String title = "step_size_up / step_size_down, one number where they are equal";
        String settings = String.format(
                Locale.ROOT,
                "%,d doubles, %s; the amplitude of triangular2 rounds to 0 after some 55 cycles",
                run.get(0).size(),
                results.settings("steps").replaceFirst("steps of .* down, ", ""));
        return new Picture(
                "Throughput of a fill by step size",
                List.of(),
                List.of(List.of(chart(sorted, roof, title, each -> steps(each.parameter("steps")), y))),
                List.of(results.caption("steps"), settings));
    }

    private static List<Measurement> arraysFill(List<Measurement> run) {
        return run.stream()
                .filter(each -> each.evaluator().equals("arrays_fill"))
                .toList();
    }

    private static DoubleStream throughputs(List<Measurement> measurements) {
        return measurements.stream().mapToDouble(Measurement::gigabytesPerSecond);
    }

    /**
     * The chart.
     *
     * @param roof the measurements of Arrays.fill; if there is none for a value, the median of all stands for it
     * @param name the value of the parameter
     */
    private static Chart chart(
            List<Measurement> sorted,
            List<Measurement> roof,
            String title,
            Function<Measurement, String> name,
            Axis y) {
        List<String> names = sorted.stream().map(name).distinct().toList();
        Chart chart = new Chart("", Axis.categories(title, names), y, 400);
        if (!roof.isEmpty()) {
            double[] xs = IntStream.range(0, names.size()).asDoubleStream().toArray();
            double[] ys =
                    names.stream().mapToDouble(each -> roof(roof, name, each)).toArray();
            chart.line(xs, ys, new Pen(ROOF, 8)).endLabel("Arrays.fill, the roof", ys[ys.length - 1], ChartedMode.GREY);
        }
        for (ChartedMode mode : ChartedMode.values()) {
            List<Measurement> line = sorted.stream()
                    .filter(each ->
                            each.evaluator().equals("vector") && each.schedule().equals(mode.schedule))
                    .toList();
            double[] xs = line.stream()
                    .mapToDouble(each -> names.indexOf(name.apply(each)))
                    .toArray();
            double[] ys = throughputs(line).toArray();
            chart.line(xs, ys, new Pen(mode.color, 2.5))
                    .points(xs, ys, mode.corners, 5, mode.color)
                    .endLabel(mode.label, ys[ys.length - 1], mode.color);
        }
        return chart;
    }

    private static double roof(List<Measurement> roof, Function<Measurement, String> name, String value) {
        List<Measurement> same =
                roof.stream().filter(each -> name.apply(each).equals(value)).toList();
        return Measurement.median(
                throughputs(same.isEmpty() ? roof : same).boxed().toList());
    }

    private static String bytes(long bytes) {
        int unit = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return (bytes >> 10 * unit) + List.of(" B", " KiB", " MiB", " GiB").get(unit);
    }

    /** 1/2, 2000 or 10⁶. */
    private static String steps(String steps) {
        return Arrays.stream(steps.split("/"))
                .distinct()
                .map(each -> each.matches("10{5,9}") ? "10" + "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(each.length() - 1) : each)
                .collect(Collectors.joining("/"));
    }
}
