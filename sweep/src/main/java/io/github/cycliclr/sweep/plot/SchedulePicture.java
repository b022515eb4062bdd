package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.plot.Canvas.Anchor;
import io.github.cycliclr.sweep.plot.Canvas.Pen;
import io.github.cycliclr.sweep.plot.Canvas.Type;
import java.awt.Color;
import java.util.Arrays;

/**
 * The picture of one schedule: the learning rate under the envelope of its peaks, and below it, over the same iterations,
 * the momentum where it cycles.
 */
public final class SchedulePicture {
    private static final Color RATE = new Color(0x1F5FA8);
    private static final Color MOMENTUM = new Color(0xC2541A);
    private static final Color ENVELOPE = new Color(0x8A929A);

    private final Schedule schedule;
    private final String title;
    private final long first;
    private final long last;

    /**
     * A picture.
     *
     * @param title what the schedule is
     * @param first the first iteration
     * @param count how many iterations, at least 1
     */
    public SchedulePicture(Schedule schedule, String title, long first, long count) {
        this.schedule = schedule;
        this.title = title;
        this.first = first;
        this.last = first + count - 1;
    }

    /** Draws it. */
    public Picture picture() {
        boolean both = schedule.momentum().isPresent();
        return new Picture(both ? Picture.TALL : Picture.LOW, canvas -> {
            canvas.text(title, Picture.WIDTH / 2.0, 24, Anchor.MIDDLE, new Type(16, true, Chart.INK));
            canvas.text(
                    "dashed: the envelope of the peaks",
                    Picture.WIDTH - 28.0,
                    46,
                    Anchor.END,
                    new Type(13, false, ENVELOPE.darker()));
            int middle = both ? Picture.UPPER : Picture.LOW;
            draw(canvas, Picture.TITLE, middle, "learning rate", schedule.learningRate(), RATE, !both);
            schedule.momentum()
                    .ifPresent(momentum -> draw(canvas, middle, Picture.TALL, "momentum", momentum, MOMENTUM, true));
        });
    }

    private void draw(Canvas canvas, int top, int bottom, String quantity, Curve curve, Color color, boolean named) {
        BulkEvaluator evaluator = BulkEvaluator.of(schedule.shape());
        Line line = Line.of(evaluator, curve, first, last);
        Line envelope = Line.envelope(evaluator, curve, first, last);
        double least = Arrays.stream(line.values()).min().orElseThrow();
        double most = Arrays.stream(line.values()).max().orElseThrow();
        Axis values = Axis.linear(Math.min(least, curve.rest()), Math.max(most, curve.rest()));
        Chart chart =
                new Chart(canvas, Picture.WIDTH, top, bottom - top, quantity, Axis.linear(first, last), values, named);
        if (envelope.values().length > 1) {
            chart.line(envelope, new Pen(ENVELOPE, 1.5, true));
        }
        chart.line(line, new Pen(color, 2, false));
        chart.close();
    }
}
