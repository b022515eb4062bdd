package io.github.cycliclr.sweep.forecast;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;

/**
 * What people otherwise find out too late about a schedule. Of a scaling that is the caller's function nothing is known.
 */
public final class Forecast {
    private final Shape shape;
    private final Curve rate;
    private final Scaling.Geometric scaling;
    private final BulkEvaluator evaluator;
    private final boolean floats;

    /**
     * A forecast for the learning rate of the first parameter group.
     *
     * @param floats whether values are rounded to float, which makes them flat and infinite earlier
     * @throws IllegalArgumentException if the scaling is the caller's function
     */
    public Forecast(Schedule schedule, boolean floats) {
        if (!(schedule.shape().scaling() instanceof Scaling.Geometric geometric)) {
            throw new IllegalArgumentException("the scaling is a function; only those of modes can be foreseen");
        }
        this.shape = schedule.shape();
        this.rate = schedule.learningRate();
        this.scaling = geometric;
        this.evaluator = BulkEvaluator.of(shape);
        this.floats = floats;
    }

    /** What is allowed but seldom meant, a sentence each, of a run that ends before an iteration. */
    public List<String> warnings(long end) {
        List<String> warnings = new ArrayList<>();
        if (rate.peak() == rate.rest()) {
            return warnings;
        }
        Envelope envelope = new Envelope(shape, scaling, values());
        if (scaling.ratio() > 1) {
            warnings.add(
                    "gamma is " + scaling.ratio() + ", above 1: the amplitude grows without bound and leaves max_lr; "
                            + "the learning rate passes 10 times max_lr " + at(envelope.passes(10 * rate.peak()))
                            + ", and is infinite " + at(envelope.passes(floats ? Float.MAX_VALUE : Double.MAX_VALUE)));
        }
        if (scaling.ratio() < 1) {
            envelope.flattens().ifPresent(from -> {
                if (from < end) {
                    warnings.add(
                            "the schedule is flat from iteration " + from + " on: the amplitude is less than half an "
                                    + "ulp of base_lr, and all values are " + number(values().applyAsDouble(0)));
                }
            });
        }
        if (scaling.counts() == ScaleMode.CYCLE && scaling.factor() == 1 && scaling.ratio() < 1) {
            warnings.add("the first peak is " + number(values().applyAsDouble(shape.stepSizeUp()))
                    + ", below max_lr: the first cycle is scaled by gamma already");
        }
        return warnings;
    }

    /** Length and mean of a run over iterations [first, first + count); the foot behind whole cycles is none of another. */
    public String summary(long first, long count) {
        boolean closed = count > 1 && (count - 1) % shape.period() == 0;
        double cycles = (double) (closed ? count - 1 : count) / shape.period();
        return String.format(
                Locale.ROOT,
                "%s %s of %,d iterations; the mean learning rate is %s",
                number(cycles),
                cycles == 1 ? "cycle" : "cycles",
                shape.period(),
                number(Mean.of(shape, scaling, rate, first, count)));
    }

    private LongToDoubleFunction values() {
        return floats
                ? iteration -> evaluator.floatValueAt(rate, iteration)
                : iteration -> evaluator.valueAt(rate, iteration);
    }

    private static String at(OptionalLong iteration) {
        return iteration.isPresent() ? "at iteration " + iteration.getAsLong() : "never up to iteration 2^62";
    }

    /** Six digits tell people enough. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value).replaceFirst("\\.?0+(e|$)", "$1");
    }
}
