package io.github.cycliclr.jmh.report;

import io.github.cycliclr.sweep.plot.Axis;
import io.github.cycliclr.sweep.plot.Chart;
import io.github.cycliclr.sweep.plot.Picture;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Throughput by step size: a line for each mode and one for Arrays.fill, which has no step size. */
final class StepSizeChart {
    private static final String RUN = "steps";

    private StepSizeChart() {}

    static Picture draw(Results results) {
        Measurement first = results.run(RUN).get(0);
        String settings = String.format(
                Locale.ROOT,
                "%,d doubles, from iteration %s, gamma %s; the amplitude of triangular2 rounds to 0 after some 55 cycles",
                first.size(),
                first.parameter("first"),
                first.parameter("gamma"));
        return new Picture(
                "Throughput of a fill by step size",
                List.of(),
                List.of(List.of(chart(results))),
                List.of(results.caption(RUN), settings));
    }

    private static Chart chart(Results results) {
        List<Measurement> vector = results.run(RUN).stream()
                .filter(each -> each.evaluator().equals("vector"))
                .toList();
        List<Measurement> roof = results.run("steps-roof", "arrays_fill", ChartedMode.TRIANGULAR.schedule);
        List<String> steps = vector.stream()
                .map(StepSizeChart::steps)
                .distinct()
                .sorted(Comparator.comparing(each -> Long.parseLong(each.split("/")[0])))
                .toList();
        DoubleStream throughputs =
                Stream.concat(vector.stream(), roof.stream()).mapToDouble(Measurement::gigabytesPerSecond);
        Chart chart = new Chart(
                "",
                Axis.categories(
                        "step_size_up / step_size_down, one number where they are equal",
                        steps.stream().map(StepSizeChart::name).toList()),
                Axis.around("throughput in GB/s", DoubleStream.concat(DoubleStream.of(0), throughputs)),
                340);
        if (!roof.isEmpty()) {
            double[] level = new double[steps.size()];
            Arrays.fill(level, roof.get(0).gigabytesPerSecond());
            ChartedMode.addRoof(
                    chart, IntStream.range(0, level.length).asDoubleStream().toArray(), level);
        }
        for (ChartedMode mode : ChartedMode.values()) {
            List<Measurement> line = vector.stream()
                    .filter(each -> each.schedule().equals(mode.schedule))
                    .sorted(Comparator.comparing(each -> steps.indexOf(steps(each))))
                    .toList();
            mode.addTo(chart, line, each -> steps.indexOf(steps(each)));
        }
        return chart;
    }

    private static String steps(Measurement measurement) {
        return measurement.parameter("steps");
    }

    /** 1/2, 2000 or 10⁶. */
    private static String name(String steps) {
        return Arrays.stream(steps.split("/"))
                .distinct()
                .map(each -> each.matches("10{5,9}") ? "10" + "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(each.length() - 1) : each)
                .collect(Collectors.joining("/"));
    }
}
