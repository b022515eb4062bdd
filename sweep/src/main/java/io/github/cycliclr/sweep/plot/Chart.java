package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.sweep.plot.Canvas.Anchor;
import io.github.cycliclr.sweep.plot.Canvas.Type;
import java.awt.Color;
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
        void draw(Canvas canvas, Frame frame);
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
        parts.add((canvas, frame) -> canvas.stroke(frame.path(xs, ys), pen));
        return this;
    }

    /** Adds the area between two lines over the same x. */
    public Chart area(double[] xs, double[] low, double[] high, Color color) {
        parts.add((canvas, frame) -> canvas.fill(frame.area(xs, low, high), color));
        return this;
    }

    /** Adds points, drawn as regular polygons: 3 corners are a triangle, 24 look like a circle. */
    public Chart points(double[] xs, double[] ys, int corners, double radius, Color color) {
        parts.add((canvas, frame) -> {
            for (int i = 0; i < xs.length; i++) {
                canvas.fill(frame.polygon(xs[i], ys[i], corners, radius), color);
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
                frame.x(atX) + (right ? LABEL_DISTANCE : -LABEL_DISTANCE),
                frame.y(atY) + 5,
                right ? Anchor.START : Anchor.END,
                type));
        return this;
    }

    /** Adds a text centred above a point. */
    public Chart labelAbove(String text, double atX, double atY) {
        parts.add((canvas, frame) -> canvas.text(text, frame.x(atX), frame.y(atY) - 6, Anchor.MIDDLE, TICK));
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
    void draw(Canvas canvas, Rectangle2D area, boolean namesX, boolean namesY) {
        Frame frame = new Frame(area, x, y);
        drawGrid(canvas, frame);
        if (namesX) {
            for (Axis.Tick tick : x.ticks()) {
                canvas.text(tick.name(), frame.x(tick.value()), frame.area().getMaxY() + 20, Anchor.MIDDLE, TICK);
            }
            canvas.text(x.title(), frame.area().getCenterX(), frame.area().getMaxY() + 43, Anchor.MIDDLE, LABEL);
        }
        if (namesY) {
            for (Axis.Tick tick : y.ticks()) {
                canvas.text(tick.name(), frame.area().getX() - 8, frame.y(tick.value()) + 4.5, Anchor.END, TICK);
            }
            canvas.text(y.title(), frame.area().getX(), frame.area().getY() - 11, Anchor.START, LABEL);
        }
        parts.forEach(part -> part.draw(canvas, frame));
        drawEndLabels(canvas, frame);
    }

    private void drawGrid(Canvas canvas, Frame frame) {
        for (Axis.Tick tick : x.ticks()) {
            double at = frame.x(tick.value());
            canvas.stroke(
                    Frame.segment(at, frame.area().getY(), at, frame.area().getMaxY()), pen(tick));
        }
        for (Axis.Tick tick : y.ticks()) {
            double at = frame.y(tick.value());
            canvas.stroke(Frame.segment(frame.area().getX(), at, frame.area().getMaxX(), at), pen(tick));
        }
    }

    private static Pen pen(Axis.Tick tick) {
        return tick.name().isEmpty() ? MINOR_GRID : GRID;
    }

    private void drawEndLabels(Canvas canvas, Frame frame) {
        endLabels.sort(Comparator.comparingDouble(label -> frame.y(label.value())));
        double[] heights = apart(
                endLabels.stream().mapToDouble(label -> frame.y(label.value())).toArray());
        for (int i = 0; i < heights.length; i++) {
            Type type = new Type(LABEL.size(), false, endLabels.get(i).color());
            canvas.text(
                    endLabels.get(i).text(),
                    frame.area().getMaxX() + LABEL_DISTANCE,
                    heights[i] + 5,
                    Anchor.START,
                    type);
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
}
