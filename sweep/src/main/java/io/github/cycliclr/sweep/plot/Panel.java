package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How one quantity is drawn over the iterations.
 *
 * @param quantity what the axis is called
 * @param decimals how its values are written
 */
record Panel(String quantity, String decimals, Color color) {
    static final Panel LEARNING_RATE = new Panel("learning rate", "0.000", new Color(0x1F5FA8));
    static final Panel MOMENTUM = new Panel("momentum", "0.00", new Color(0xC2541A));

    /** Not quite black, for text. */
    static final Color INK = new Color(0x24292F);

    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    /** Empty space around a chart, in pixels. */
    static final int PADDING = 10;

    private static final Color GRID = new Color(0xE1E4E8);

    /** A chart whose axis spans the curve's bounds, so that curves of the same bounds compare at a glance. */
    XYChart chart(Evaluator evaluator, Curve curve, long last) {
        Line line = Line.of(evaluator, curve, 0, last);
        XYChart chart = new XYChartBuilder().theme(ChartTheme.XChart).build();
        chart.setXAxisTitle("iteration");
        chart.setYAxisTitle(quantity);
        chart.addSeries(quantity, line.iterations(), line.values())
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        XYStyler style = chart.getStyler();
        style.setYAxisMin(Math.min(curve.rest(), curve.peak()))
                .setYAxisMax(Math.max(curve.rest(), curve.peak()))
                .setYAxisDecimalPattern(decimals)
                .setXAxisDecimalPattern("0")
                .setAxisTitleFont(FONT)
                .setAxisTickLabelsFont(FONT.deriveFont(13f))
                .setAxisTickLabelsColor(INK)
                .setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotMargin(0);
        style.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartFontColor(INK)
                .setChartPadding(PADDING)
                .setLegendVisible(false);
        return chart;
    }
}
