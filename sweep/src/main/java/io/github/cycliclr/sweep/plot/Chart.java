package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.sweep.plot.Canvas.Anchor;
import io.github.cycliclr.sweep.plot.Canvas.Type;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A chart: two axes with a grid, and the lines, areas, points and labels between them, in the order they are added. */
public final class Chart {
    /** The colour of texts. */
    public static final Color INK = new Color(0x24292F);

    static final Type TICK = new Type(14, false, INK);
    static final Type LABEL = new Type(15, false, INK);

    private static final Pen GRID = new Pen(new Color(0xE1E4E8), 1);
    private static final Pen MINOR_GRID = new Pen(new Color(0xF1F3F5), 1);

    /** From a point to its label. */
    private static final int LABEL_DISTANCE = 11;

    private static final int LABEL_HEIGHT = 21;

    /** A part of a chart, drawn into the rectangle between the axes. */
    private interface Part {
        void draw(Canvas canvas, Rectangle2D frame);
    }

    private record EndLabel(String text, Color color, double value) {}

    final String title;
    final Axis x;
    final Axis y;
    final int height;

    private final List<Part> parts = new ArrayList<>();
    private final List<EndLabel> endLabels = new ArrayList<>();

    /**
     * An empty chart.
     *
     * @param title above the chart; may be empty
     * @param height of the rectangle between the axes, in pixels
     */
    public Chart(String title, Axis x, Axis y, int height) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.height = height;
    }

    /** Adds a line through points; a point alone is drawn as a point. */
    public Chart line(double[] xs, double[] ys, Pen pen) {
        if (xs.length == 1) {
            return points(xs, ys, 24, 2 * pen.width(), pen.color());
        }
        parts.add((canvas, frame) -> canvas.stroke(path(frame, xs, ys), pen));
        return this;
    }

    /** Adds the area between two lines over the same x. */
    public Chart area(double[] xs, double[] low, double[] high, Color color) {
        parts.add((canvas, frame) -> {
            Path2D path = path(frame, xs, low);
            for (int i = xs.length - 1; i >= 0; i--) {
                path.lineTo(across(frame, xs[i]), up(frame, high[i]));
            }
            path.closePath();
            canvas.fill(path, color);
        });
        return this;
    }

    /** Adds points, drawn as regular polygons: 3 corners are a triangle, 24 look like a circle. */
    public Chart points(double[] xs, double[] ys, int corners, double radius, Color color) {
        parts.add((canvas, frame) -> {
            for (int i = 0; i < xs.length; i++) {
                canvas.fill(polygon(across(frame, xs[i]), up(frame, ys[i]), corners, radius), color);
            }
        });
        return this;
    }

    /** Adds a text beside a point: to its right in the left half of the chart, else to its left. */
    public Chart label(String text, double atX, double atY, Color color) {
        Type type = new Type(LABEL.size(), false, color);
        boolean right = x.position(atX) < 0.5;
        parts.add((canvas, frame) -> canvas.text(
                text,
                across(frame, atX) + (right ? LABEL_DISTANCE : -LABEL_DISTANCE),
                up(frame, atY) + 5,
                right ? Anchor.START : Anchor.END,
                type));
        return this;
    }

    /** Adds a text centred above a point. */
    public Chart labelAbove(String text, double atX, double atY) {
        parts.add((canvas, frame) -> canvas.text(text, across(frame, atX), up(frame, atY) - 6, Anchor.MIDDLE, TICK));
        return this;
    }

    /** Adds a text to the right of the chart, at the height of a value or as near as the other texts allow. */
    public Chart endLabel(String text, double value, Color color) {
        endLabels.add(new EndLabel(text, color, value));
        return this;
    }

    /** The room that the texts to the right need. */
    double roomForEndLabels() {
        return endLabels.stream()
                .mapToDouble(label -> LABEL_DISTANCE + LABEL.width(label.text()))
                .max()
                .orElse(0);
    }

    /** The room that the names of the ticks of y need. */
    double roomForTicks() {
        return 8
                + y.ticks().stream()
                        .mapToDouble(tick -> TICK.width(tick.name()))
                        .max()
                        .orElse(0);
    }

    /**
     * Draws the chart.
     *
     * @param namesX whether the names of the ticks of x, and its title, stand below
     * @param namesY whether the names of the ticks of y stand to the left, and its title above
     */
    void draw(Canvas canvas, Rectangle2D frame, boolean namesX, boolean namesY) {
        drawGrid(canvas, frame);
        if (namesX) {
            for (Axis.Tick tick : x.ticks()) {
                canvas.text(tick.name(), across(frame, tick.value()), frame.getMaxY() + 20, Anchor.MIDDLE, TICK);
            }
            canvas.text(x.title(), frame.getCenterX(), frame.getMaxY() + 43, Anchor.MIDDLE, LABEL);
        }
        if (namesY) {
            for (Axis.Tick tick : y.ticks()) {
                canvas.text(tick.name(), frame.getX() - 8, up(frame, tick.value()) + 4.5, Anchor.END, TICK);
            }
            canvas.text(y.title(), frame.getX(), frame.getY() - 11, Anchor.START, LABEL);
        }
        parts.forEach(part -> part.draw(canvas, frame));
        drawEndLabels(canvas, frame);
    }

    private void drawGrid(Canvas canvas, Rectangle2D frame) {
        for (Axis.Tick tick : x.ticks()) {
            double at = across(frame, tick.value());
            canvas.stroke(segment(at, frame.getY(), at, frame.getMaxY()), pen(tick));
        }
        for (Axis.Tick tick : y.ticks()) {
            double at = up(frame, tick.value());
            canvas.stroke(segment(frame.getX(), at, frame.getMaxX(), at), pen(tick));
        }
    }

    private static Pen pen(Axis.Tick tick) {
        return tick.name().isEmpty() ? MINOR_GRID : GRID;
    }

    private void drawEndLabels(Canvas canvas, Rectangle2D frame) {
        endLabels.sort(Comparator.comparingDouble(label -> up(frame, label.value())));
        double[] heights = apart(endLabels.stream()
                .mapToDouble(label -> up(frame, label.value()))
                .toArray());
        for (int i = 0; i < heights.length; i++) {
            Type type = new Type(LABEL.size(), false, endLabels.get(i).color());
            canvas.text(endLabels.get(i).text(), frame.getMaxX() + LABEL_DISTANCE, heights[i] + 5, Anchor.START, type);
        }
    }

    /** Heights in order, moved until neighbours are a line apart: half of each overlap up, half of it down. */
    static double[] apart(double[] heights) {
        double[] at = heights.clone();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 1; i < at.length; i++) {
                double overlap = LABEL_HEIGHT - (at[i] - at[i - 1]);
                if (overlap > 0.1) {
                    at[i - 1] -= overlap / 2;
                    at[i] += overlap / 2;
                    moved = true;
                }
            }
        }
        return at;
    }

    static Path2D segment(double fromX, double fromY, double toX, double toY) {
        Path2D path = new Path2D.Double();
        path.moveTo(fromX, fromY);
        path.lineTo(toX, toY);
        return path;
    }

    private static Path2D polygon(double x, double y, int corners, double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - radius);
        for (int i = 1; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            path.lineTo(x + radius * Math.sin(angle), y - radius * Math.cos(angle));
        }
        path.closePath();
        return path;
    }

    private Path2D path(Rectangle2D frame, double[] xs, double[] ys) {
        Path2D path = new Path2D.Double();
        path.moveTo(across(frame, xs[0]), up(frame, ys[0]));
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(across(frame, xs[i]), up(frame, ys[i]));
        }
        return path;
    }

    private double across(Rectangle2D frame, double value) {
        return frame.getX() + frame.getWidth() * x.position(value);
    }

    private double up(Rectangle2D frame, double value) {
        return frame.getMaxY() - frame.getHeight() * y.position(value);
    }
}
