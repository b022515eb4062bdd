package io.github.cycliclr.jmh.report;

import io.github.cycliclr.sweep.plot.Axis;
import io.github.cycliclr.sweep.plot.Chart;
import io.github.cycliclr.sweep.plot.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Throughput by the size of the array: a line for each mode, and one for Arrays.fill. */
final class SizeChart {
    private static final String RUN = "sizes";

    private SizeChart() {}

    static Picture draw(Results results) {
        return new Picture(
                "Throughput of a fill by the size of the array",
                List.of(),
                List.of(List.of(chart(results))),
                List.of(results.caption(RUN), "double[], " + results.settings(RUN)));
    }

    private static Chart chart(Results results) {
        List<Measurement> roof = roof(results.run(RUN));
        List<Measurement> all = new ArrayList<>(roof);
        Arrays.stream(ChartedMode.values()).forEach(mode -> all.addAll(results.run(RUN, "vector", mode.schedule)));
        Axis sizes = axis("size of the array", all, SizeChart::bytes, 2, SizeChart::name);
        Axis throughputs =
                axis("throughput in GB/s", all, Measurement::gigabytesPerSecond, 1, value -> new BigDecimal(value)
                        .toPlainString());
        Chart chart = new Chart("", sizes, throughputs, 440);
        ChartedMode.addRoof(
                chart, roof.stream().mapToDouble(SizeChart::bytes).toArray(), ChartedMode.throughputs(roof));
        for (ChartedMode mode : ChartedMode.values()) {
            mode.addTo(chart, results.run(RUN, "vector", mode.schedule), SizeChart::bytes);
        }
        return chart;
    }

    private static double bytes(Measurement measurement) {
        return measurement.size() * Double.BYTES;
    }

    /** From the power of two below all values to the one above them. */
    private static Axis axis(
            String title,
            List<Measurement> all,
            ToDoubleFunction<Measurement> value,
            int step,
            DoubleFunction<String> name) {
        double least = all.stream().mapToDouble(value).min().orElseThrow();
        double most = all.stream().mapToDouble(value).max().orElseThrow();
        int last = Math.getExponent(most) + (most == Math.scalb(1.0, Math.getExponent(most)) ? 0 : 1);
        return Axis.powersOfTwo(title, Math.getExponent(least), last, step, name);
    }

    /** Arrays.fill was measured beside each mode: the median of these for each size. */
    private static List<Measurement> roof(List<Measurement> run) {
        return run.stream()
                .filter(each -> each.evaluator().equals("arrays_fill"))
                .sorted(Comparator.comparing(Measurement::nanos))
                .collect(Collectors.groupingBy(Measurement::size, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> same.get(same.size() / 2))
                .toList();
    }

    private static String name(double bytes) {
        int unit = Math.getExponent(bytes) / 10;
        return (long) Math.scalb(bytes, -10 * unit)
                + List.of(" B", " KiB", " MiB", " GiB").get(unit);
    }
}
