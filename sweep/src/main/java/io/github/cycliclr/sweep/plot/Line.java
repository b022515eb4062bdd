package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;
import java.util.Arrays;
import java.util.stream.LongStream;

/** A curve as the line to draw: every foot and every peak, and of the ramps between them what the eye can tell. */
record Line(double[] iterations, double[] values) {
    /** Chords that stand for a ramp. Scaling by iteration bends it, by less than more of them would show. */
    private static final int CHORDS = 16;

    /** The curve from iteration 0 to {@code last}, both included. */
    static Line of(Evaluator evaluator, Curve curve, long last) {
        Shape shape = evaluator.shape();
        long up = shape.stepSizeUp();
        LongStream feet = LongStream.iterate(0, foot -> foot < last, foot -> foot + shape.period());
        LongStream ramps =
                feet.flatMap(foot -> LongStream.concat(ramp(foot, up), ramp(foot + up, shape.stepSizeDown())));
        long[] iterations = LongStream.concat(ramps.filter(iteration -> iteration < last), LongStream.of(last))
                .toArray();
        return new Line(
                Arrays.stream(iterations).asDoubleStream().toArray(),
                Arrays.stream(iterations)
                        .mapToDouble(iteration -> evaluator.valueAt(curve, iteration))
                        .toArray());
    }

    /** The iterations where the chords of a ramp begin; where the last one ends the next ramp begins. */
    private static LongStream ramp(long first, long length) {
        long chords = Math.min(CHORDS, length);
        return LongStream.range(0, chords).map(chord -> first + chord * length / chords);
    }
}
