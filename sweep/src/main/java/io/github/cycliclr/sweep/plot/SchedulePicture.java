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

    static final List<Picture.Entry> LEGEND = List.of(new Picture.Entry("envelope of the peaks", ENVELOPE));

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
        List<List<Chart>> rows = Stream.of(Quantity.LEARNING_RATE, Quantity.MOMENTUM)
                .filter(quantity -> quantity.of(schedule).isPresent())
                .map(quantity -> List.of(chart(quantity, "", quantity.isMomentum() ? 220 : 320)))
                .toList();
        return new Picture(title, first == last ? List.of() : LEGEND, rows, List.of());
    }

    Chart chart(Quantity quantity, String chartTitle, int height) {
        Curve curve = quantity.of(schedule).orElseThrow();
        DecimatedCurve line = DecimatedCurve.of(evaluator, curve, first, last);
        DecimatedCurve envelope = DecimatedCurve.envelope(evaluator, curve, first, last);
        DoubleStream values = Stream.of(new double[] {curve.rest()}, line.values(), envelope.values())
                .flatMapToDouble(Arrays::stream);
        Axis iterations = Axis.linear("iteration", first, last);
        Chart chart = new Chart(chartTitle, iterations, Axis.around(quantity.label(), values), height);
        if (envelope.values().length > 1) {
            chart.line(envelope.iterations(), envelope.values(), ENVELOPE);
        }
        return chart.line(line.iterations(), line.values(), new Pen(quantity.color(), 2));
    }
}
