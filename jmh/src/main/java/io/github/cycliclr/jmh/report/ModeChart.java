package io.github.cycliclr.jmh.report;

import io.github.cycliclr.sweep.plot.Axis;
import io.github.cycliclr.sweep.plot.Chart;
import io.github.cycliclr.sweep.plot.Pen;
import io.github.cycliclr.sweep.plot.Picture;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Throughput by mode relative to Arrays.fill in the same run: a bar for each type and JDK. */
final class ModeChart {
    /** Elements: larger than all caches. */
    private static final long SIZE = 33_554_432;

    /** Of the runs in order: a hue for each type, its full colour for the newer JDK. */
    private static final List<Color> COLORS =
            Stream.of(0x0072B2, 0x8CC3E4, 0xD55E00, 0xF3B98B).map(Color::new).toList();

    /** The width of all bars of a mode; 1 is from mode to mode. */
    private static final double WIDTH = 0.8;

    private ModeChart() {}

    /** The runs jdk25-double, jdk25-float, jdk17-double and so on: by type, the newest JDK first. */
    static List<String> runs(Results results) {
        return results.runs().keySet().stream()
                .filter(name -> name.matches("jdk\\d+-(double|float)"))
                .sorted(Comparator.comparing((String name) -> name.split("-")[1])
                        .thenComparing(Comparator.<String>reverseOrder()))
                .toList();
    }

    static Picture draw(Results results) {
        List<String> runs = runs(results);
        List<Picture.Entry> legend = IntStream.range(0, runs.size())
                .mapToObj(i -> new Picture.Entry(label(runs.get(i)), new Pen(COLORS.get(i % COLORS.size()), 14)))
                .toList();
        String jdks = runs.stream()
                .map(run -> results.run(run).get(0).jdk())
                .distinct()
                .collect(Collectors.joining(" and "));
        return new Picture(
                "Throughput of a fill relative to Arrays.fill",
                legend,
                List.of(List.of(chart(results, runs))),
                List.of(
                        results.caption(runs.get(0)).replaceFirst("JDK \\S+", "JDK " + jdks),
                        String.format("%,d elements, %s", SIZE, results.settings(runs.get(0)))));
    }

    private static Chart chart(Results results, List<String> runs) {
        List<String> modes =
                Arrays.stream(ChartedMode.values()).map(mode -> mode.label).toList();
        double[][] ratios = runs.stream().map(run -> ratios(results.run(run))).toArray(double[][]::new);
        DoubleStream all = Arrays.stream(ratios).flatMapToDouble(Arrays::stream);
        Axis up = Axis.around(
                "throughput ÷ throughput of Arrays.fill", DoubleStream.concat(DoubleStream.of(0, 1.1), all));
        Chart chart = new Chart("", Axis.categories("", modes), up, 340);
        double width = WIDTH / runs.size();
        for (int mode = 0; mode < modes.size(); mode++) {
            for (int run = 0; run < runs.size(); run++) {
                double left = mode - WIDTH / 2 + run * width;
                double ratio = ratios[run][mode];
                double[] ends = {left, left + width};
                chart.area(ends, new double[2], new double[] {ratio, ratio}, COLORS.get(run % COLORS.size()))
                        .labelAbove("%.2f".formatted(ratio), left + width / 2, 0);
            }
        }
        chart.line(new double[] {-0.5, modes.size() - 0.5}, new double[] {1, 1}, new Pen(Chart.INK, 1.5));
        return chart.endLabel("Arrays.fill", 1, Chart.INK);
    }

    /** The ratio for each of {@link ChartedMode}. */
    static double[] ratios(List<Measurement> run) {
        return Arrays.stream(ChartedMode.values())
                .mapToDouble(mode -> run.stream()
                        .filter(each -> each.evaluator().equals("vector"))
                        .filter(each -> each.schedule().equals(mode.schedule) && each.size() == SIZE)
                        .mapToDouble(each ->
                                each.timesAsFastAs(each.by("arrays_fill", run).orElseThrow()))
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    private static String label(String run) {
        String[] parts = run.split("-");
        return parts[1] + "[], JDK " + parts[0].substring("jdk".length());
    }
}
