package io.github.cycliclr.sweep.forecast;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;

/** Summary and warnings for the learning rate of a schedule with one of PyTorch's modes. */
public final class Forecast {
    /** From so many cycles on, a fraction of one is not printed. */
    private static final long MANY_CYCLES = 100_000;

    private final Shape shape;
    private final Curve rate;
    private final Scaling.Geometric scaling;
    private final boolean floats;
    private final LongToDoubleFunction values;

    /** @param floats whether values are rounded to float, which makes them constant and infinite earlier */
    public Forecast(Schedule schedule, boolean floats) {
        this.shape = schedule.shape();
        this.rate = schedule.learningRate();
        this.scaling = (Scaling.Geometric) shape.scaling();
        this.floats = floats;
        BulkEvaluator evaluator = BulkEvaluator.of(shape);
        this.values = floats ? n -> evaluator.floatValueAt(rate, n) : n -> evaluator.valueAt(rate, n);
    }

    /** What is allowed but seldom intended, one line each, for a run that ends before an iteration. */
    public List<String> warnings(long end) {
        List<String> warnings = new ArrayList<>();
        if (rate.peak() == rate.rest()) {
            return warnings;
        }
        Envelope envelope = new Envelope(shape, scaling, values);
        if (scaling.ratio() > 1) {
            warnings.add("gamma is " + scaling.ratio() + ", above 1: the amplitude grows without bound and leaves"
                    + " max_lr; the learning rate passes 10 times max_lr " + at(envelope.firstAbove(10 * rate.peak()))
                    + ", and is infinite " + at(envelope.firstAbove(floats ? Float.MAX_VALUE : Double.MAX_VALUE)));
        }
        if (scaling.ratio() < 1) {
            long flat = envelope.flatFrom();
            if (flat < end) {
                warnings.add("the schedule is flat from iteration " + flat + " on: the amplitude is less than half an"
                        + " ulp of base_lr, and all values are " + number(values.applyAsDouble(0)));
            }
        }
        if (scaling.counts() == ScaleMode.CYCLE && scaling.factor() == 1 && scaling.ratio() < 1) {
            warnings.add("the first peak is " + number(values.applyAsDouble(shape.stepSizeUp()))
                    + ", below max_lr: the first cycle is scaled by gamma already");
        }
        return warnings;
    }

    private static String at(long iteration) {
        return iteration == Envelope.NEVER ? "never up to iteration 2^62" : "at iteration " + iteration;
    }

    /** Length and mean of a run over iterations [first, first + count). */
    public String summary(long first, long count) {
        long period = shape.period();
        // One iteration beyond whole cycles only closes the last.
        long length = count > 1 && (count - 1) % period == 0 ? count - 1 : count;
        boolean whole = length % period == 0 || length / period >= MANY_CYCLES;
        String cycles = whole
                ? String.format(Locale.ROOT, "%,d", (length + period / 2) / period)
                : number((double) length / period);
        return String.format(
                Locale.ROOT,
                "%s %s of %,d iterations; the mean learning rate is %s",
                cycles,
                cycles.equals("1") ? "cycle" : "cycles",
                period,
                number(Mean.of(shape, scaling, rate, first, count)));
    }

    /** Six significant digits, without zeros at the end. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "infinite";
        }
        BigDecimal digits = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return value < 1e7 && value >= 1
                ? digits.toPlainString()
                : digits.toString().replace('E', 'e');
    }
}
