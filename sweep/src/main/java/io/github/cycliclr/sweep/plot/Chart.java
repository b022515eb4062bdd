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

    /** From the left edge of the picture to the plot: a title, and the names of ticks. */
    private static final int LEFT = 100;

    private static final int RIGHT = 28;
    private static final int ABOVE = 10;
    private static final int TICKS_BELOW = 24;
    private static final int TITLE_BELOW = 24;

    private final Canvas canvas;
    private final Axis iterations;
    private final Axis values;
    private final double x = LEFT;
    private final double y;
    private final double width;
    private final double height;

    /**
     * Draws the empty chart.
     *
     * @param top where it begins
     * @param size of all of it, titles and all
     * @param named whether the iterations have names and a title; else another chart below has them
     */
    Chart(
            Canvas canvas,
            int canvasWidth,
            int top,
            int size,
            String quantity,
            Axis iterations,
            Axis values,
            boolean named) {
        this.canvas = canvas;
        this.iterations = iterations;
        this.values = values;
        y = top + ABOVE;
        width = canvasWidth - LEFT - RIGHT;
        height = size - ABOVE - (named ? TICKS_BELOW + TITLE_BELOW : ABOVE);
        Pen grid = new Pen(GRID, 1, false);
        for (Axis.Tick tick : values.ticks()) {
            double at = y(tick.value());
            canvas.line(new double[] {x, x + width}, new double[] {at, at}, grid);
            canvas.text(tick.name(), x - 8, at + 4.5, Anchor.END, TICK);
        }
        for (Axis.Tick tick : iterations.ticks()) {
            double at = x(tick.value());
            canvas.line(new double[] {at, at}, new double[] {y, y + height}, grid);
            if (named) {
                canvas.text(tick.name(), at, y + height + 18, Anchor.MIDDLE, TICK);
            }
        }
        canvas.textUpwards(quantity, 22, y + height / 2, TITLE);
        if (named) {
            canvas.text("iteration", x + width / 2, y + height + 18 + TITLE_BELOW, Anchor.MIDDLE, TITLE);
        }
        canvas.clip(x, y - 2, width, height + 4);
    }

    /** A line of values over iterations. */
    void line(Line line, Pen pen) {
        canvas.line(xs(line.iterations()), ys(line.values()), pen);
    }

    /** What lies between two values over the same iterations. */
    void area(double[] at, double[] low, double[] high, Color color) {
        canvas.area(xs(at), ys(low), ys(high), color);
    }

    /** When all is drawn. */
    void close() {
        canvas.unclip();
    }

    private double x(double iteration) {
        return x + width * iterations.part(iteration);
    }

    private double y(double value) {
        return y + height * (1 - values.part(value));
    }

    private double[] xs(double[] at) {
        return Arrays.stream(at).map(this::x).toArray();
    }

    private double[] ys(double[] of) {
        return Arrays.stream(of).map(this::y).toArray();
    }
}
