package io.github.cycliclr.jmh;

import ai.djl.training.tracker.CyclicalTracker;
import ai.djl.training.tracker.CyclicalTracker.CyclicalMode;
import io.github.cycliclr.jmh.OutputCheck.Precision;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling.Geometric;
import io.github.cycliclr.schedule.Shape;
import java.util.Locale;

/**
 * The {@code CyclicalTracker} of the Deep Java Library, which computes in float and counts in int: one call per iteration.
 *
 * <p>It has triangular and triangular2 by cycle, and exp_range by iteration; exp_range by cycle uses its scale function.
 */
final class DjlTracker {
    private DjlTracker() {}

    /** @throws IllegalArgumentException if DJL does not have the schedule */
    static Filler filler(Workload workload, Output output) {
        Shape shape = workload.shape();
        String mode = workload.mode();
        boolean byCycle = shape.scaling().counts() == ScaleMode.CYCLE;
        boolean builtIn = mode.equals("triangular") || mode.equals(byCycle ? "triangular2" : "exp_range");
        if (!builtIn && !mode.equals("exp_range")) {
            throw new IllegalArgumentException(
                    "djl has no " + mode + " that counts " + (byCycle ? "cycles" : "iterations"));
        }
        Geometric scaling = (Geometric) shape.scaling();
        double gamma = builtIn ? (float) scaling.ratio() : scaling.ratio();
        CyclicalTracker.Builder builder = CyclicalTracker.builder()
                .optBaseValue((float) workload.curve().rest())
                .optMaxValue((float) workload.curve().peak())
                .optStepSizeUp(Math.toIntExact(shape.stepSizeUp()))
                .optStepSizeDown(Math.toIntExact(shape.stepSizeDown()))
                .optGamma((float) gamma);
        if (builtIn) {
            builder.optMode(CyclicalMode.valueOf(mode.toUpperCase(Locale.ROOT)));
        } else {
            builder.optScaleFunction(cycle -> (float) Math.pow(gamma, cycle));
        }
        CyclicalTracker tracker = builder.build();

        // The built-in mode rounds gamma to float. That error grows with the exponent, so the expected values use this
        // gamma.
        Geometric expectedScaling = new Geometric(scaling.factor(), gamma, scaling.counts());
        Shape expected = new Shape(shape.stepSizeUp(), shape.stepSizeDown(), expectedScaling);
        OutputCheck check = new OutputCheck(workload.with(expected), Precision.FLOAT);
        return new LocalFiller(
                "djl (ai.djl.training.tracker.CyclicalTracker, float)",
                output,
                () -> fill(tracker, Math.toIntExact(workload.first()), output),
                () -> check.accept(output));
    }

    private static void fill(CyclicalTracker tracker, int first, Output output) {
        if (output.array() instanceof double[] doubles) {
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = tracker.getNewValue(first + i);
            }
        } else {
            float[] floats = (float[]) output.array();
            for (int i = 0; i < floats.length; i++) {
                floats[i] = tracker.getNewValue(first + i);
            }
        }
    }
}
