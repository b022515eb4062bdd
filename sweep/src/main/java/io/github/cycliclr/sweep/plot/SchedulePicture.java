package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The picture of one schedule: the learning rate under the envelope of its peaks and, below it over the same iterations,
 * the momentum if it cycles.
 */
public final class SchedulePicture {
    private static final Pen ENVELOPE = new Pen(new Color(0x8A929A), 1.5, true);

    private final Schedule schedule;
    private final BulkEvaluator evaluator;
    private final String title;
    private final long first;
    private final long last;

    /**
     * The picture of some iterations.
     *
     * @param title what the schedule is
     * @param first the first iteration
     * @param count the number of iterations, at least 1
     */
    public SchedulePicture(Schedule schedule, String title, long first, long count) {
        this.schedule = schedule;
        this.evaluator = BulkEvaluator.of(schedule.shape());
        this.title = title;
        this.first = first;
        this.last = first + count - 1;
    }

    /** Computes its curves. */
    public Picture picture() {
        List<Quantity> present = Stream.of(Quantity.LEARNING_RATE, Quantity.MOMENTUM)
                .filter(quantity -> quantity.of(schedule).isPresent())
                .toList();
        boolean hasEnvelope =
                envelope(Quantity.LEARNING_RATE.of(schedule).orElseThrow()).values().length > 1;
        List<Picture.Entry> legend =
                hasEnvelope ? List.of(new Picture.Entry("envelope of the peaks", ENVELOPE)) : List.of();
        return new Picture(title, legend, present.stream().map(this::row).toList(), List.of());
    }

    private List<Chart> row(Quantity quantity) {
        Curve curve = quantity.of(schedule).orElseThrow();
        DecimatedCurve line = DecimatedCurve.of(evaluator, curve, first, last);
        DecimatedCurve envelope = envelope(curve);
        DoubleStream values = DoubleStream.concat(
                DoubleStream.of(curve.rest()),
                DoubleStream.concat(Arrays.stream(line.values()), Arrays.stream(envelope.values())));
        Chart chart = new Chart(
                "",
                Axis.linear("iteration", first, last),
                Axis.around(quantity.label(), values),
                quantity == Quantity.LEARNING_RATE ? 320 : 220);
        if (envelope.values().length > 1) {
            chart.line(envelope.iterations(), envelope.values(), ENVELOPE);
        }
        return List.of(chart.line(line.iterations(), line.values(), new Pen(quantity.color(), 2)));
    }

    private DecimatedCurve envelope(Curve curve) {
        return DecimatedCurve.envelope(evaluator, curve, first, last);
    }
}
