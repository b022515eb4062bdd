package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.FLOATS;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into floats, in their own lanes; see {@link FloatTurn}. */
final class FloatRamp extends Turns<RampBlock, float[]> {
    private static final int LANES = FloatTurn.LANES;
    private static final int TURN = FloatTurn.LENGTH;

    /** Multiples of this part of e are exact throughout: what remains below q is up to 17q. */
    private static final double EXACT = 0x1p-41;

    static final FloatRamp INSTANCE = new FloatRamp();

    private FloatRamp() {
        super(TURN);
    }

    @Override
    int settle(RampBlock b, float[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.ramp(b, out, offset, from, to);
    }

    @Override
    int fill(RampBlock b, float[] out, int offset, int from, int to) {
        return powerOfTwo(b, from, to) == 0 ? settle(b, out, offset, from, to) : super.fill(b, out, offset, from, to);
    }

    private static double powerOfTwo(RampBlock b, int from, int to) {
        double first = b.high + b.highStep * (from - b.origin);
        return FloatTurn.powerOfTwo(Math.max(first, first + b.highStep * (to - from)));
    }

    @Override
    int turns(RampBlock b, float[] out, int offset, int from, int end) {
        double step = b.highStep;
        double e = powerOfTwo(b, from, end);
        if (e == 0) { // as it may be towards the lower end of what it is not 0 for as a whole
            return from;
        }
        double error = b.unit >= e * EXACT ? 0 : e * FloatTurn.ERROR + b.error;
        double start = b.high + step * (FloatTurn.MIDDLE - b.origin);
        double round = FloatTurn.rounder(e);
        float highStep = (float) ((step + round) - round);
        float lowStep = (float) (step - highStep);
        float width = (float) (2 * error);
        int i = from;
        for (; i < end; i += TURN) {
            double middle = start + step * i;
            float high = (float) ((middle + round) - round);
            float below = (float) ((middle - high) - error);
            FloatVector t = FloatVector.fromArray(FLOATS, FloatTurn.INDEX, 0);
            FloatVector h = t.fma(highStep, high);
            FloatVector l = t.fma(lowStep, below);
            FloatVector value = h.add(l.add(width));
            VectorMask<Float> differ = value.compare(VectorOperators.NE, h.add(l));
            value.intoArray(out, offset + i);
            t = FloatVector.fromArray(FLOATS, FloatTurn.INDEX, LANES);
            h = t.fma(highStep, high);
            l = t.fma(lowStep, below);
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, offset + i + LANES);
            t = FloatVector.fromArray(FLOATS, FloatTurn.INDEX, 2 * LANES);
            h = t.fma(highStep, high);
            l = t.fma(lowStep, below);
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, offset + i + 2 * LANES);
            t = FloatVector.fromArray(FLOATS, FloatTurn.INDEX, 3 * LANES);
            h = t.fma(highStep, high);
            l = t.fma(lowStep, below);
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, offset + i + 3 * LANES);
            if (differ.anyTrue()) {
                break;
            }
        }
        return i;
    }
}
