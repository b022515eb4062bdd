package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;
import static io.github.cycliclr.simd.Species.ROUNDED;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into floats. The numbers of a turn are R in its middle, in two parts; those of all turns the step, likewise. */
final class FloatRamp extends FloatSpans<RampBlock> {
    /** From the first element of a turn, which is a span, to the one that its numbers are for. */
    private static final int MIDDLE = TURN / 2;

    /** Behind two numbers of each span there is the step, in two parts, and then the width of brackets. */
    private static final int STEP = 2 * STRIDE;

    private static final float[] INDEX = distances(TURN);

    /**
     * So many multiples of e in half the width of a bracket. Below q there is up to half a q and another half of each step;
     * two roundings of that, and one of the step, amount to two thirds of this.
     */
    private static final double ERROR = 0x1p-46 * (MIDDLE + 1);

    /** Multiples of this part of e are exact throughout: of these the most that there is below q has 23 bits. */
    private static final double EXACT = 0x1p-46 * MIDDLE;

    static final FloatRamp INSTANCE = new FloatRamp();

    private FloatRamp() {
        super(1);
    }

    @Override
    boolean prepare(RampBlock b, int from, int to) {
        if (b.scratch == null) {
            b.scratch = new float[STEP + 3];
        }
        double first = b.high + b.highStep * (from - b.origin);
        double most = Math.max(first, first + b.highStep * (to - from));
        double e = powerOfTwo(most * (1 + 0x1p-10));
        double error = b.unit >= e * EXACT ? 0 : e * ERROR + b.error;
        if (!isProvable(e, error)) {
            return false;
        }
        numbers(b, e * ROUND, error, from, to - TURN, spans(from, to));
        return true;
    }

    @Override
    int settle(RampBlock b, float[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.ramp(b, out, offset, from, to);
    }

    /** The numbers of {@code count} spans, with {@code error} taken off; what {@code round} is added to becomes a multiple of q. */
    private static void numbers(RampBlock b, double round, double error, int from, int last, int count) {
        float[] to = b.scratch;
        double step = b.highStep;
        double start = b.high - step * b.origin;
        for (int k = 0; k < count; k += AT_ONCE) {
            DoubleVector value = DoubleVector.fromArray(DOUBLES, Species.INDEX, 0)
                    .fma(TURN, from + k * TURN + MIDDLE)
                    .min(last + MIDDLE)
                    .fma(step, start);
            DoubleVector high = value.add(round).sub(round);
            ((FloatVector) high.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(to, k);
            ((FloatVector) value.sub(high).sub(error).convertShape(VectorOperators.D2F, ROUNDED, 0))
                    .intoArray(to, STRIDE + k);
        }
        double highStep = (step + round) - round;
        to[STEP] = (float) highStep;
        to[STEP + 1] = (float) (step - highStep);
        to[STEP + 2] = (float) (2 * error);
    }

    @Override
    int turns(RampBlock b, float[] out, int first, int last, int k0) {
        float[] numbers = b.scratch;
        float highStep = numbers[STEP];
        float lowStep = numbers[STEP + 1];
        float width = numbers[STEP + 2];
        int count = spans(first, last + TURN);
        int k = k0;
        for (; k < count; k++) {
            int at = Math.min(first + k * TURN, last);
            FloatVector high = FloatVector.broadcast(FLOATS, numbers[k]);
            FloatVector below = FloatVector.broadcast(FLOATS, numbers[STRIDE + k]);
            FloatVector t = FloatVector.fromArray(FLOATS, INDEX, 0);
            FloatVector h = t.fma(FloatVector.broadcast(FLOATS, highStep), high);
            FloatVector l = t.fma(FloatVector.broadcast(FLOATS, lowStep), below);
            FloatVector value = h.add(l.add(width));
            VectorMask<Float> same = value.compare(VectorOperators.EQ, h.add(l));
            value.intoArray(out, at);
            t = FloatVector.fromArray(FLOATS, INDEX, LANES);
            h = t.fma(FloatVector.broadcast(FLOATS, highStep), high);
            l = t.fma(FloatVector.broadcast(FLOATS, lowStep), below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + LANES);
            t = FloatVector.fromArray(FLOATS, INDEX, 2 * LANES);
            h = t.fma(FloatVector.broadcast(FLOATS, highStep), high);
            l = t.fma(FloatVector.broadcast(FLOATS, lowStep), below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + 2 * LANES);
            t = FloatVector.fromArray(FLOATS, INDEX, 3 * LANES);
            h = t.fma(FloatVector.broadcast(FLOATS, highStep), high);
            l = t.fma(FloatVector.broadcast(FLOATS, lowStep), below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + 3 * LANES);
            if (!same.allTrue()) {
                break;
            }
        }
        return k;
    }
}
