package io.github.cycliclr.jmh.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Throughput by mode as a part of that of Arrays.fill in the same run: a bar for each type and JDK. */
final class ModeChart {
    static final String NAME = "by-mode.png";

    private static final int HEIGHT = 440;
    private static final int LABELS = 110;

    /** Elements: beyond all caches. */
    private static final int SIZE = 33_554_432;

    private ModeChart() {}

    static Picture draw(Path directory) throws IOException {
        List<TypeRun> runs = TypeRun.all(directory);
        String jdks = runs.stream().map(each -> each.run().jdk()).distinct().collect(Collectors.joining(" and "));
        Run first = runs.get(0).run();
        Picture picture = new Picture(
                "Throughput of a fill as a part of that of Arrays.fill",
                HEIGHT,
                first.caption(jdks),
                String.format(Locale.ROOT, "%,d elements, %s", SIZE, first.settings()));
        CategoryChart chart = chart(runs);
        Graphics2D graphics = picture.at(0, 0);
        chart.paint(graphics, Picture.WIDTH - LABELS, HEIGHT);
        double right = Picture.WIDTH - LABELS - ChartStyle.PADDING;
        new Label("Arrays.fill", ChartStyle.INK, right, chart.getScreenYFromChart(1))
                .drawRight(graphics, ChartStyle.FONT);
        return picture;
    }

    static CategoryChart chart(List<TypeRun> runs) {
        CategoryChart chart = new CategoryChartBuilder()
                .theme(ChartTheme.XChart)
                .yAxisTitle("throughput ÷ Arrays.fill's")
                .build();
        double most = runs.stream()
                .flatMap(each -> each.parts(SIZE).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler()
                .setAvailableSpaceFill(0.8)
                .setLabelsVisible(true)
                // At the foot of the bars, where no other line is.
                .setLabelsPosition(0.03)
                .setLabelsFont(ChartStyle.FONT.deriveFont(16f))
                .setLabelsFontColorAutomaticDark(ChartStyle.INK)
                .setPlotGridVerticalLinesVisible(false)
                // XChart leaves out ticks at the very ends.
                .setYAxisMin(-0.002)
                .setYAxisMax(1.05 * most)
                .setYAxisTickMarkSpacingHint(50)
                .setYAxisDecimalPattern("0.00")
                .setAnnotationLineColor(ChartStyle.INK)
                .setAnnotationLineStroke(new BasicStroke(2))
                .setLegendVisible(true)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendPadding(14)
                .setLegendFont(ChartStyle.FONT)
                .setLegendBorderColor(Color.WHITE);
        List<String> modes =
                Arrays.stream(DrawnMode.values()).map(mode -> mode.label).toList();
        runs.forEach(
                each -> chart.addSeries(each.name(), modes, each.parts(SIZE)).setFillColor(color(each, runs)));
        chart.addAnnotation(new AnnotationLine(1, false, false));
        return chart;
    }

    /** A hue for a type, the full colour for its newest JDK. */
    private static Color color(TypeRun run, List<TypeRun> runs) {
        boolean newest =
                runs.stream().noneMatch(each -> each.type().equals(run.type()) && each.feature() > run.feature());
        return run.type().equals("double")
                ? new Color(newest ? 0x0072B2 : 0x8CC3E4)
                : new Color(newest ? 0xD55E00 : 0xF3B98B);
    }
}
