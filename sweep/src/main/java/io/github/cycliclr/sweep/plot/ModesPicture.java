package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.plot.Canvas.Anchor;
import io.github.cycliclr.sweep.plot.Canvas.Pen;
import io.github.cycliclr.sweep.plot.Canvas.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The picture of the three modes: a column for each, the learning rate above and the momentum below.
 *
 * <p>After {@code ./mvnw -q -pl sweep -am -DskipTests package} this makes the one of the README again:
 *
 * <pre>{@code
 * java -p sweep/target/lib -m io.github.cycliclr.sweep/io.github.cycliclr.sweep.plot.ModesPicture sweep/examples/modes.png
 * }</pre>
 */
public final class ModesPicture {
    private static final int HEIGHT = 540;

    /** Where the learning rates begin, and the momenta. */
    private static final int ABOVE = 38;

    private static final int BELOW = 308;

    /** Between charts one above the other; and side by side, where the last name of one stands by the first of the next. */
    private static final int GAP = 24;

    private static final int WIDE_GAP = 48;

    private static final int COLUMN = (Picture.WIDTH - Frame.LEFT - Frame.RIGHT + WIDE_GAP) / Mode.values().length;

    private static final double GAMMA = 0.9998;
    private static final long LAST_ITERATION = 10_000;

    private ModesPicture() {}

    /**
     * Draws the picture.
     *
     * @param arguments the PNG file to write
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !arguments[0].endsWith(".png")) {
            System.err.println("usage: ModesPicture FILE.png");
            System.exit(2);
        }
        try (var file = Files.newOutputStream(Path.of(arguments[0]))) {
            new Picture(HEIGHT, ModesPicture::draw).writePng(file);
        }
    }

    private static void draw(Canvas canvas) {
        for (Mode mode : Mode.values()) {
            int x = Frame.LEFT + mode.ordinal() * COLUMN;
            String title = mode == Mode.EXP_RANGE ? mode + ", gamma = " + GAMMA : mode.toString();
            canvas.text(title, x, ABOVE - 14, Anchor.START, new Type(15, true, Chart.INK));
            boolean named = mode.ordinal() == 0;
            int rates = BELOW - GAP - ABOVE;
            int momenta = HEIGHT - Frame.BELOW - BELOW;
            draw(new Frame(canvas, x, ABOVE, COLUMN - WIDE_GAP, rates, named, false), Quantity.LEARNING_RATE, mode);
            draw(new Frame(canvas, x, BELOW, COLUMN - WIDE_GAP, momenta, named, true), Quantity.MOMENTUM, mode);
        }
    }

    /** On an axis that spans the curve's bounds, so that the modes compare at a glance. */
    private static void draw(Frame frame, Quantity quantity, Mode mode) {
        Schedule schedule = Schedule.builder()
                .baseLr(0.001)
                .maxLr(0.006)
                .stepSizeUp(1000)
                .mode(mode)
                .gamma(GAMMA)
                .build();
        Curve curve = quantity.of(schedule).orElseThrow();
        Axis values = Axis.linear(Math.min(curve.rest(), curve.peak()), Math.max(curve.rest(), curve.peak()));
        Chart chart = new Chart(frame, quantity, Axis.linear(0, LAST_ITERATION), values);
        Line line = Line.of(BulkEvaluator.of(schedule.shape()), curve, 0, LAST_ITERATION);
        chart.line(line, new Pen(quantity.color(), 2, false));
    }
}
