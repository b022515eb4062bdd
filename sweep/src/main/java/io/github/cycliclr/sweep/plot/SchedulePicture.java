package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.plot.Canvas.Pen;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The picture of one schedule: the learning rate under the envelope of its peaks, and below it, over the same iterations,
 * the momentum where it cycles.
 */
public final class SchedulePicture {
    private static final Pen ENVELOPE = new Pen(new Color(0x8A929A), 1.5, true);

    private final Schedule schedule;
    private final BulkEvaluator evaluator;
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
        this.evaluator = BulkEvaluator.of(schedule.shape());
        this.title = title;
        this.first = first;
        this.last = first + count - 1;
    }

    /** Draws it. */
    public Picture picture() {
        List<Quantity> present = Stream.of(Quantity.LEARNING_RATE, Quantity.MOMENTUM)
                .filter(quantity -> quantity.of(schedule).isPresent())
                .toList();
        return Picture.of(title, "dashed: the envelope of the peaks", present, this::draw);
    }

    private void draw(Frame frame, Quantity quantity) {
        Curve curve = quantity.of(schedule).orElseThrow();
        Line line = Line.of(evaluator, curve, first, last);
        Line envelope = Line.envelope(evaluator, curve, first, last);
        DoubleStream values = DoubleStream.concat(
                DoubleStream.of(curve.rest()),
                DoubleStream.concat(Arrays.stream(line.values()), Arrays.stream(envelope.values())));
        Chart chart = new Chart(frame, quantity, Axis.linear(first, last), Axis.linear(values));
        if (envelope.values().length > 1) {
            chart.line(envelope, ENVELOPE);
        }
        chart.line(line, new Pen(quantity.color(), 2, false));
    }
}
