package io.github.cycliclr.jmh.report;

import io.github.cycliclr.sweep.plot.Axis;
import io.github.cycliclr.sweep.plot.Chart;
import io.github.cycliclr.sweep.plot.Picture;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The time of an iteration and the largest error: a column for each mode, a row for each peer, the fastest at the top. */
final class PeersChart {
    private static final List<ChartedMode> COLUMNS =
            List.of(ChartedMode.TRIANGULAR, ChartedMode.EXP_RANGE_BY_ITERATION);
    private static final Color EXACT = new Color(0x0072B2);
    private static final Color INEXACT = new Color(0xC24E00);
    private static final int ROW = 34;

    private PeersChart() {}

    static Picture draw(Results results) {
        Peers peers = Peers.of(results);
        String starts = results.accuracy().stream()
                .map(row -> String.format(Locale.ROOT, "%,d", row.first()))
                .distinct()
                .collect(Collectors.joining("; "));
        List<Measurement> pyTorch = results.run(Peers.PYTORCH_RUN);
        String sizes = String.format(
                        Locale.ROOT,
                        "%,d doubles",
                        results.run(Peers.RUN).get(0).size())
                + (pyTorch.isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT, " (PyTorch %,d)", pyTorch.get(0).size()));
        return new Picture(
                "Time of an iteration and largest error",
                List.of(),
                List.of(COLUMNS.stream().map(mode -> chart(peers, mode)).toList()),
                List.of(
                        results.caption(Peers.RUN),
                        sizes + ", " + results.settings(Peers.RUN),
                        "largest error from iterations " + starts + " on (exp_range with gamma " + AccuracyRow.GAMMA
                                + "); 0 ulp is correctly rounded; grey: only writes"));
    }

    private static Chart chart(Peers peers, ChartedMode mode) {
        List<Peers.Peer> rows = peers.fastestFirst();
        double least = peers.measurements().stream()
                .mapToDouble(Measurement::nanosPerElement)
                .min()
                .orElseThrow();
        double most = peers.measurements().stream()
                .mapToDouble(Measurement::nanosPerElement)
                .max()
                .orElseThrow();
        List<String> names = rows.stream().map(peer -> peer.label).collect(Collectors.toList());
        Collections.reverse(names);
        Chart chart = new Chart(
                mode.label,
                Axis.logarithmic("time of an iteration in ns", least, most),
                Axis.categories("", names),
                ROW * rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Peers.Peer peer = rows.get(i);
            double height = rows.size() - 1 - i;
            peers.measurement(peer, mode).ifPresent(measurement -> {
                double nanos = measurement.nanosPerElement();
                String error = peers.error(peer, mode);
                Color color = peer.onlyWrites ? ChartedMode.GREY : error.equals("0 ulp") ? EXACT : INEXACT;
                chart.points(new double[] {nanos}, new double[] {height}, 24, 6, color)
                        .label(time(nanos) + (error.isEmpty() ? "" : ", " + error), nanos, height, color);
            });
        }
        return chart;
    }

    /** Two digits and a unit. */
    static String time(double nanos) {
        boolean micros = nanos > 999;
        BigDecimal rounded = new BigDecimal(micros ? nanos / 1_000 : nanos).round(new MathContext(2));
        int decimals = Math.max(0, 2 - rounded.precision() + rounded.scale());
        return rounded.setScale(decimals).toPlainString() + (micros ? " µs" : " ns");
    }
}
