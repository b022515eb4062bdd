package io.github.cycliclr.jmh;

import ai.djl.training.tracker.CyclicalTracker;
import ai.djl.training.tracker.CyclicalTracker.CyclicalMode;
import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.Locale;

/**
 * The Deep Java Library's {@code CyclicalTracker}, which computes in float and counts in int: one call an iteration.
 *
 * <p>Its modes are as they are, triangular and triangular2 by cycle and exp_range by iteration; gamma^cycle is done by
 * its scale function.
 */
final class DjlTracker implements Filler {
    private static final double FLOAT_UNIT = 0x1p-24;

    private final Workload workload;
    private final OutputCheck check;
    private final double gamma;
    private final CyclicalTracker tracker;

    /** @throws IllegalArgumentException if DJL does not have the schedule */
    DjlTracker(Workload workload) {
        this.workload = workload;
        check = new OutputCheck(workload, false);
        Shape shape = workload.shape();
        Curve curve = workload.curve();
        boolean byCycle = shape.scaling().counts() == ScaleMode.CYCLE;
        CyclicalTracker.Builder builder = CyclicalTracker.builder()
                .optBaseValue((float) curve.rest())
                .optMaxValue((float) curve.peak())
                .optStepSizeUp(Math.toIntExact(shape.stepSizeUp()))
                .optStepSizeDown(Math.toIntExact(shape.stepSizeDown()));
        this.gamma = shape.scaling() instanceof Scaling.Geometric k ? k.ratio() : Double.NaN;
        if (workload.mode().equals("exp_range") && byCycle) {
            builder.optScaleFunction(cycle -> (float) Math.pow(gamma, cycle));
        } else if (workload.mode().equals("triangular")
                || workload.mode().equals(byCycle ? "triangular2" : "exp_range")) {
            builder.optMode(CyclicalMode.valueOf(workload.mode().toUpperCase(Locale.ROOT)))
                    .optGamma((float) gamma);
        } else {
            throw new IllegalArgumentException(
                    "djl has no " + workload.mode() + " that counts " + (byCycle ? "cycles" : "iterations"));
        }
        this.tracker = builder.build();
    }

    @Override
    public String description() {
        return "djl (ai.djl.training.tracker.CyclicalTracker, float)";
    }

    @Override
    public void fill(double[] out) {
        int first = Math.toIntExact(workload.first());
        for (int i = 0; i < out.length; i++) {
            out[i] = tracker.getNewValue(first + i);
        }
    }

    @Override
    public void fill(float[] out) {
        int first = Math.toIntExact(workload.first());
        for (int i = 0; i < out.length; i++) {
            out[i] = tracker.getNewValue(first + i);
        }
    }

    @Override
    public void check(double[] out) {
        ExactEvaluator exact = new ExactEvaluator(workload.shape());
        OutputCheck.sample(out.length, i -> require(i, out[i], exact.valueAt(workload.curve(), workload.first() + i)));
    }

    @Override
    public void check(float[] out) {
        ExactEvaluator exact = new ExactEvaluator(workload.shape());
        OutputCheck.sample(out.length, i -> require(i, out[i], exact.valueAt(workload.curve(), workload.first() + i)));
    }

    private void require(int i, double value, double exact) {
        double tolerance = tolerance(workload.first() + i);
        check.require(Math.abs(value - exact) <= tolerance, i, value, exact + " within " + tolerance);
    }

    /**
     * How far float arithmetic may take it, in the manner of {@code ReferenceEvaluator.tolerance}: the position in the
     * cycle loses what the cycle number needs, and gamma^iteration multiplies the rounding of gamma by the iteration.
     * Near iteration 0 that is 10^-6 of the amplitude, far less than one iteration more or less.
     */
    private double tolerance(long iteration) {
        Shape shape = workload.shape();
        double period = shape.period();
        double slope = period / Math.min(shape.stepSizeUp(), shape.stepSizeDown());
        double position = FLOAT_UNIT * (6 * (iteration / period) + 12) * slope;
        double power = shape.scaling().counts() == ScaleMode.CYCLE || gamma == 0
                ? 0
                : iteration * Math.abs(Math.log((float) gamma / gamma));
        double amplitude = workload.curve().peak() - workload.curve().rest();
        return amplitude * Math.min(1, position + power)
                + 8 * FLOAT_UNIT * workload.curve().peak();
    }
}
