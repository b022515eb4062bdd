package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.FLOATS;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into floats, in their own lanes; see {@link FloatTurn}. */
final class FloatRamp {
    private static final int LANES = FloatTurn.LANES;
    private static final int TURN = FloatTurn.LENGTH;

    /** Multiples of this part of e are exact throughout: what remains below q is up to 17q. */
    private static final double EXACT = 0x1p-41;

    private FloatRamp() {}

    static int fill(RampBlock b, float[] out, int offset, int from, int to) {
        double step = b.highStep;
        double first = b.high + step * (from - b.origin);
        double e = FloatTurn.powerOfTwo(Math.max(first, first + step * (to - from)));
        if (e == 0) {
            return ScalarKernels.INSTANCE.ramp(b, out, offset, from, to);
        }
        double error = b.unit >= e * EXACT ? 0 : e * FloatTurn.ERROR + b.error;
        double start = b.high + step * (FloatTurn.MIDDLE - b.origin);
        int at = from;
        while (true) {
            int i = at;
            int end = to - (to - at) % TURN;
            if (end == at) {
                if (at == to || to - TURN < from) {
                    return at == to ? to : ScalarKernels.INSTANCE.ramp(b, out, offset, at, to);
                }
                i = to - TURN;
                end = to;
            }
            i = turns(step, start, e, error, out, offset, i, end);
            if (i < end) { // the whole turn, for what it overlaps has been overwritten
                int proven = ScalarKernels.INSTANCE.ramp(b, out, offset, i, i + TURN);
                if (proven < i + TURN) {
                    return proven;
                }
                i += TURN;
            }
            at = i;
        }
    }

    /** Returns the beginning of the first turn with an unproven element, or the end. */
    private static int turns(
            double step, double start, double e, double error, float[] out, int offset, int from, int end) {
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
