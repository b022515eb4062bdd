package io.github.cycliclr.jmh.charts;

import io.github.cycliclr.jmh.AccuracyRow;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What an iteration takes, and how wrong it gets, by everything that computes such an array or merely writes it:
 * a column a mode, a row an evaluator, the fastest above. Times are logarithms to base 10.
 */
final class PeersChart {
    static final String NAME = "peers.png";

    private static final List<DrawnMode> COLUMNS = List.of(DrawnMode.TRIANGULAR, DrawnMode.EXP_RANGE_BY_ITERATION);
    private static final int NAMES = 190;
    private static final int COLUMN = (Picture.WIDTH - NAMES - ChartStyle.PADDING) / COLUMNS.size();

    /** Between columns, for the names of their first and last ticks. */
    private static final int GAP = 20;

    private static final int HEAD = 30;
    private static final int ROW = 36;

    /** Below the rows: ticks and title of the axis. */
    private static final int AXIS = 70;

    private final List<PeerPoint> points;
    private final List<Peer> peers;

    private PeersChart(List<PeerPoint> points) {
        this.points = points;
        this.peers = Arrays.stream(Peer.values())
                .filter(peer -> points.stream().anyMatch(point -> point.peer() == peer))
                .sorted(Comparator.comparing(this::nanos))
                .toList();
    }

    static Picture draw(Path directory) throws IOException {
        Run run = Run.read(directory, "peers");
        String sizes = run.extent();
        if (Files.exists(directory.resolve("peers-pytorch.json"))) {
            Run pyTorch = Run.read(directory, "peers-pytorch");
            sizes += " (PyTorch " + pyTorch.extent() + ", " + pyTorch.forks() + " JVM)";
            run = run.with(pyTorch);
        }
        List<AccuracyRow> accuracy = AccuracyRow.read(directory.resolve("accuracy.csv"));
        return new PeersChart(PeerPoint.all(run, accuracy, COLUMNS)).picture(run, sizes, starts(accuracy));
    }

    private static String starts(List<AccuracyRow> accuracy) {
        return accuracy.stream()
                .map(AccuracyRow::first)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private Picture picture(Run run, String sizes, String starts) {
        int height = HEAD + peers.size() * ROW + AXIS;
        Picture picture = new Picture(
                "Time of an iteration and largest error",
                height,
                run.caption(),
                sizes + ", " + run.settings(),
                "Largest error from iterations " + starts + " on (exp_range with gamma " + AccuracyRow.GAMMA
                        + "); 0 ulp is correctly rounded; grey only writes");
        for (int i = 0; i < COLUMNS.size(); i++) {
            int names = i == 0 ? NAMES : ChartStyle.PADDING;
            Graphics2D graphics = picture.at(NAMES + i * COLUMN - names, 0);
            graphics.translate(0, HEAD - ChartStyle.PADDING);
            XYChart chart = chart(COLUMNS.get(i));
            chart.getStyler()
                    .setYAxisLabelAlignment(TextAlignment.Right)
                    .setYAxisTicksVisible(i == 0)
                    .setYAxisLeftWidthHint(i == 0 ? NAMES : 0);
            chart.paint(graphics, names + COLUMN - GAP, height - HEAD + ChartStyle.PADDING);
            label(graphics, chart, COLUMNS.get(i));
            graphics.setFont(ChartStyle.FONT.deriveFont(Font.BOLD));
            graphics.setColor(ChartStyle.INK);
            graphics.drawString(COLUMNS.get(i).label, names, ChartStyle.PADDING - 6);
        }
        return picture;
    }

    private XYChart chart(DrawnMode mode) {
        XYChart chart = ChartStyle.lines("time of an iteration in ns", "");
        for (PeerPoint point : points) {
            if (point.mode() == mode) {
                chart.addSeries(point.peer().label, new double[] {point.log()}, new double[] {height(point)})
                        .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                        .setMarker(SeriesMarkers.CIRCLE)
                        .setMarkerColor(point.color());
            }
        }
        double least =
                Math.floor(points.stream().mapToDouble(PeerPoint::log).min().orElseThrow());
        double most = points.stream().mapToDouble(PeerPoint::log).max().orElseThrow() + 0.5;
        chart.getStyler().setMarkerSize(12);
        chart.getStyler()
                // XChart leaves out ticks at the very ends.
                .setXAxisMin(least - 0.05)
                .setXAxisMax(most)
                .setXAxisTickMarkSpacingHint(ChartStyle.tickDistance(1, most - least, COLUMN))
                .setYAxisMin(0.5 - peers.size())
                .setYAxisMax(0.5)
                .setYAxisTickMarkSpacingHint(ChartStyle.tickDistance(1, 1, ROW));
        chart.setCustomXAxisTickLabelsFormatter(exponent -> ChartStyle.powerOfTen((int) Math.round(exponent)));
        chart.setCustomYAxisTickLabelsFormatter(this::name);
        return chart;
    }

    private void label(Graphics2D graphics, XYChart chart, DrawnMode mode) {
        double middle = (chart.getStyler().getXAxisMin() + chart.getStyler().getXAxisMax()) / 2;
        for (PeerPoint point : points) {
            if (point.mode() == mode) {
                Label label = new Label(
                        point.text(),
                        point.color(),
                        chart.getScreenXFromChart(point.log()),
                        chart.getScreenYFromChart(height(point)));
                if (point.log() < middle) {
                    label.drawRight(graphics, ChartStyle.FONT);
                } else {
                    label.drawLeft(graphics, ChartStyle.FONT);
                }
            }
        }
    }

    private double height(PeerPoint point) {
        return -peers.indexOf(point.peer());
    }

    /** XChart asks for names of the ends of the axis, too. */
    private String name(double height) {
        return peers.get((int) Math.max(0, Math.min(peers.size() - 1, Math.round(-height)))).label;
    }

    private double nanos(Peer peer) {
        return points.stream()
                .filter(point -> point.peer() == peer)
                .mapToDouble(PeerPoint::nanos)
                .max()
                .orElseThrow();
    }
}
