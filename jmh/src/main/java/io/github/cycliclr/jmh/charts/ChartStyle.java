package io.github.cycliclr.jmh.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.ChartTheme;

/** What all charts have in common: white ground, faint grid, text that is read at two thirds of its size. */
final class ChartStyle {
    /** Not quite black, for text. */
    static final Color INK = new Color(0x24292F);

    /** For what is not the subject: the roof, captions. */
    static final Color GREY = new Color(0x6E7781);

    static final Color GRID = new Color(0xE1E4E8);
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 17);

    /** Empty space around a chart, in pixels. */
    static final int PADDING = 10;

    private ChartStyle() {}

    static XYChart lines(String across, String up) {
        XYChart chart = new XYChartBuilder()
                .theme(ChartTheme.XChart)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        apply(chart.getStyler());
        chart.getStyler().setMarkerSize(9);
        return chart;
    }

    static void apply(AxesChartStyler style) {
        style.setAxisTitleFont(FONT)
                .setAxisTickLabelsFont(FONT.deriveFont(16f))
                .setAxisTickLabelsColor(INK)
                .setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setAxisTitlePadding(12)
                .setPlotMargin(0);
        style.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartFontColor(INK)
                .setChartPadding(PADDING)
                .setChartTitleVisible(false)
                .setLegendVisible(false)
                .setPlotContentSize(1);
    }

    /**
     * The distance of ticks that makes XChart, which takes the next step of 1, 2 or 5 times a power of ten, take a given
     * one: an axis that is logarithmic since its values are logarithms has whole numbers for ticks.
     *
     * @param step 1, 2 or 5
     * @param span of the axis, in its own values
     * @param pixels about its length
     */
    static int tickDistance(int step, double span, int pixels) {
        return (int) (0.85 * step * pixels / span);
    }

    /** A power of ten, the long ones as such: 0.1, 1000, 10⁴. */
    static String powerOfTen(int exponent) {
        return exponent < 4 || exponent > 9
                ? BigDecimal.ONE.scaleByPowerOfTen(exponent).toPlainString()
                : "10" + "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(exponent);
    }
}
