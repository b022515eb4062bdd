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
    /** Of a chart; the names are right of it. */
    static final int WIDTH = Picture.WIDTH - 230;

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

    /** Paints a chart over the whole of a picture's room, and names its lines. */
    static void paint(Picture picture, XYChart chart, int height) {
        Graphics2D graphics = picture.at(0, 0);
        chart.paint(graphics, WIDTH, height);
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
