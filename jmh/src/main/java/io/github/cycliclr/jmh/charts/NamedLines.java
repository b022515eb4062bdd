package io.github.cycliclr.jmh.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A line for each mode, and one for the roof; named where they end, instead of in a legend. */
final class NamedLines {
    /** Room for the names, right of a chart. */
    static final int ROOM = 230;

    static final String ROOF = "Arrays.fill, the roof";

    private NamedLines() {}

    static void add(XYChart chart, DrawnMode mode, double[] x, double[] y) {
        chart.addSeries(mode.label, x, y)
                .setMarker(mode.marker)
                .setMarkerColor(mode.color)
                .setLineColor(mode.color)
                .setLineStyle(stroke(2.5f));
    }

    /** To be added first, for the others are drawn over it. */
    static void addRoof(XYChart chart, double[] x, double[] y) {
        chart.addSeries(ROOF, x, y)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(new Color(0xAFB8C1))
                .setLineStyle(stroke(9));
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** Names the lines of a chart that has been painted. */
    static void drawNames(Graphics2D graphics, XYChart chart) {
        List<Label> labels = chart.getSeriesCollection().stream()
                .map(series -> label(chart, series))
                .toList();
        Label.apart(labels).forEach(label -> label.drawRight(graphics, ChartStyle.FONT));
    }

    private static Label label(XYChart chart, XYSeries series) {
        int last = series.getXData().length - 1;
        return new Label(
                series.getName(),
                series.getName().equals(ROOF) ? ChartStyle.GREY : series.getLineColor(),
                chart.getScreenXFromChart(series.getXData()[last]),
                chart.getScreenYFromChart(series.getYData()[last]));
    }
}
