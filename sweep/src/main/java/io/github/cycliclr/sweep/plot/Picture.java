package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.sweep.plot.Canvas.Anchor;
import io.github.cycliclr.sweep.plot.Canvas.Type;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture that can be written as PNG or as SVG: a title, a legend, charts in rows and columns, and captions. Charts in a
 * column with the same x axis share its names, charts in a row those of the same y axis.
 */
public final class Picture {
    static final int WIDTH = 1200;

    private static final Type TITLE = new Type(20, true, Chart.INK);
    private static final Type CHART_TITLE = new Type(16, true, Chart.INK);
    private static final Type CAPTION = new Type(14, false, new Color(0x57606A));

    private static final int MARGIN = 16;
    private static final int LINE = 22;
    private static final int SAMPLE = 26;
    private static final int CHART_TITLE_HEIGHT = 24;

    /** Above a chart, for the title of its y axis; below one, for names and title of its x axis. */
    private static final int ABOVE = 36;

    private static final int BELOW = 56;

    /** An entry of the legend: a sample of the line, and its meaning. */
    public record Entry(String text, Pen pen) {}

    private final String title;
    private final List<Entry> legend;
    private final List<List<Chart>> rows;
    private final List<String> captions;

    /**
     * A picture.
     *
     * @param title of the picture; may be empty
     * @param legend may be empty
     * @param rows of charts, with as many charts each; the charts of a row are of one height
     * @param captions lines below the charts
     */
    public Picture(String title, List<Entry> legend, List<List<Chart>> rows, List<String> captions) {
        this.title = title;
        this.legend = List.copyOf(legend);
        this.rows = List.copyOf(rows);
        this.captions = List.copyOf(captions);
    }

    /** Writes it as PNG, of 2 by 2 pixels for each pixel of the layout. */
    public void writePng(OutputStream out) throws IOException {
        System.setProperty("java.awt.headless", "true");
        write(new PngCanvas(WIDTH, height()), out);
    }

    /** Writes it as SVG, with its texts as text. */
    public void writeSvg(OutputStream out) throws IOException {
        write(new SvgCanvas(WIDTH, height()), out);
    }

    private void write(Canvas canvas, OutputStream out) throws IOException {
        canvas.text(title, MARGIN, 30, Anchor.START, TITLE);
        drawLegend(canvas);
        drawCharts(canvas);
        for (int i = 0; i < captions.size(); i++) {
            int up = MARGIN + LINE * (captions.size() - 1 - i);
            canvas.text(captions.get(i), MARGIN, height() - up, Anchor.START, CAPTION);
        }
        canvas.write(out);
    }

    private int height() {
        int charts = 0;
        for (int row = 0; row < rows.size(); row++) {
            charts += above(row) + rows.get(row).get(0).height + below(row);
        }
        return head() + charts + captions.size() * LINE + MARGIN / 2;
    }

    private int head() {
        return (title.isEmpty() ? MARGIN : 44) + legendRows().size() * LINE;
    }

    private int above(int row) {
        List<Chart> charts = rows.get(row);
        int title = charts.stream().allMatch(chart -> chart.title.isEmpty()) ? 0 : CHART_TITLE_HEIGHT;
        return title + (charts.get(0).y.title().isEmpty() ? MARGIN : ABOVE);
    }

    private int below(int row) {
        return namesX(row) ? BELOW : 0;
    }

    private boolean namesX(int row) {
        return row == rows.size() - 1
                || !rows.get(row).get(0).x.equals(rows.get(row + 1).get(0).x);
    }

    private void drawCharts(Canvas canvas) {
        double left = MARGIN
                + rows.stream()
                        .mapToDouble(row -> row.get(0).roomForTicks())
                        .max()
                        .orElse(0);
        double top = head();
        for (int row = 0; row < rows.size(); row++) {
            top += above(row);
            drawRow(canvas, row, left, top);
            top += rows.get(row).get(0).height + below(row);
        }
    }

    private void drawRow(Canvas canvas, int number, double left, double top) {
        List<Chart> row = rows.get(number);
        double least = row.size() == 1 ? 36 : 66; // half the name of the last tick, and of the first of the next
        double right = Math.max(
                least, row.stream().mapToDouble(Chart::roomForEndLabels).max().orElse(0));
        double column = (WIDTH - MARGIN - left) / row.size();
        for (int i = 0; i < row.size(); i++) {
            Chart chart = row.get(i);
            boolean namesY = i == 0 || !chart.y.equals(row.get(i - 1).y);
            Rectangle2D frame = new Rectangle2D.Double(left + i * column, top, column - right, chart.height);
            canvas.text(chart.title, frame.getX(), top - above(number) + 20, Anchor.START, CHART_TITLE);
            chart.draw(canvas, frame, namesX(number), namesY);
        }
    }

    private void drawLegend(Canvas canvas) {
        double y = head() - LINE * legendRows().size() + 8;
        for (List<Entry> row : legendRows()) {
            double x = MARGIN;
            for (Entry entry : row) {
                canvas.stroke(Frame.segment(x, y, x + SAMPLE, y), entry.pen());
                canvas.text(entry.text(), x + SAMPLE + 8, y + 4.5, Anchor.START, Chart.TICK);
                x += width(entry);
            }
            y += LINE;
        }
    }

    /** The entries of the legend, in as many rows as they need. */
    private List<List<Entry>> legendRows() {
        List<List<Entry>> all = new ArrayList<>();
        double x = WIDTH;
        for (Entry entry : legend) {
            if (x + width(entry) > WIDTH) {
                all.add(new ArrayList<>());
                x = MARGIN;
            }
            all.get(all.size() - 1).add(entry);
            x += width(entry);
        }
        return all;
    }

    private static double width(Entry entry) {
        return SAMPLE + 8 + Chart.TICK.width(entry.text()) + 20;
    }
}
