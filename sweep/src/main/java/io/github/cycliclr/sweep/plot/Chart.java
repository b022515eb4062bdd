package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.sweep.plot.Canvas.Anchor;
import io.github.cycliclr.sweep.plot.Canvas.Pen;
import io.github.cycliclr.sweep.plot.Canvas.Type;
import java.awt.Color;
import java.util.Arrays;

/** A quantity over the iterations: a rectangle with a grid, ticks and titles, which lines are drawn into. */
final class Chart {
    static final Color INK = new Color(0x24292F);

    private static final Color GRID = new Color(0xE1E4E8);
    private static final Type TICK = new Type(13, false, INK);
    private static final Type TITLE = new Type(15, false, INK);

    /** Of a character, on average, if it is not all capitals. */
    private static final double TITLE_WIDTH = 8.5;

    private final Frame frame;
    private final Axis iterations;
    private final Axis values;

    /** Draws the empty chart. */
    Chart(Frame frame, Quantity quantity, Axis iterations, Axis values) {
        this.frame = frame;
        this.iterations = iterations;
        this.values = values;
        Canvas canvas = frame.canvas();
        Pen grid = new Pen(GRID, 1, false);
        double right = frame.x() + frame.width();
        double bottom = frame.y() + frame.height();
        for (Axis.Tick tick : values.ticks()) {
            double at = y(tick.value());
            canvas.line(new double[] {frame.x(), right}, new double[] {at, at}, grid);
            if (frame.namesValues()) {
                canvas.text(tick.name(), frame.x() - 8, at + 4.5, Anchor.END, TICK);
            }
        }
        for (Axis.Tick tick : iterations.ticks()) {
            double at = x(tick.value());
            canvas.line(new double[] {at, at}, new double[] {frame.y(), bottom}, grid);
            if (frame.namesIterations()) {
                canvas.text(tick.name(), at, bottom + 18, Anchor.MIDDLE, TICK);
            }
        }
        if (frame.namesValues()) {
            double title = frame.x() - Frame.LEFT + 22;
            String label = shortened(values.title(quantity.label()), frame.height());
            canvas.textUpwards(label, title, frame.y() + frame.height() / 2, TITLE);
        }
        if (frame.namesIterations()) {
            canvas.text(
                    iterations.title("iteration"), frame.x() + frame.width() / 2, bottom + 42, Anchor.MIDDLE, TITLE);
        }
    }

    /** Beginning and end of a title, where there is no room for all: names of parameter groups may be long. */
    private static String shortened(String title, double room) {
        int most = (int) (room / TITLE_WIDTH);
        return title.length() <= most
                ? title
                : title.substring(0, most / 2) + "\u2026" + title.substring(title.length() - (most - 1) / 2);
    }

    /** A line of values over iterations. */
    void line(Line line, Pen pen) {
        frame.canvas().line(xs(line.iterations()), ys(line.values()), pen);
    }

    /** What lies between two values over the same iterations. */
    void area(double[] at, double[] low, double[] high, Color color) {
        frame.canvas().area(xs(at), ys(low), ys(high), color);
    }

    private double x(double iteration) {
        return frame.x() + frame.width() * iterations.part(iteration);
    }

    private double y(double value) {
        return frame.y() + frame.height() * (1 - values.part(value));
    }

    private double[] xs(double[] at) {
        return Arrays.stream(at).map(this::x).toArray();
    }

    private double[] ys(double[] of) {
        return Arrays.stream(of).map(this::y).toArray();
    }
}
