package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Weighted values into doubles where the ramp is level; four vectors a turn. */
final class DoubleLevel extends DoubleTurns<WeightBlock, double[]> {
    static final DoubleLevel INSTANCE = new DoubleLevel();

    private DoubleLevel() {}

    @Override
    int settle(WeightBlock b, double[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.weighted(b, out, offset, from, to);
    }

    @Override
    int turns(WeightBlock b, double[] out, int offset, int from, int end) {
        double rest = b.rest;
        double high = b.high;
        double low = b.low;
        double whole = b.high + b.low;
        double below = b.restLow - b.error;
        double width = 2 * b.error;
        double[] weightHigh = b.weights.high();
        double[] weightLow = b.weights.low();
        int w0 = b.weightFrom;
        int i = from;
        for (; i < end; i += TURN) {
            DoubleVector w = DoubleVector.fromArray(DOUBLES, weightHigh, w0 + i);
            DoubleVector l = DoubleVector.fromArray(DOUBLES, weightLow, w0 + i).fma(whole, below);
            l = w.fma(DoubleVector.broadcast(DOUBLES, low), l);
            DoubleVector h = w.fma(high, rest);
            DoubleVector value = h.add(l.add(width));
            VectorMask<Double> same = value.compare(VectorOperators.EQ, h.add(l));
            value.intoArray(out, offset + i);
            w = DoubleVector.fromArray(DOUBLES, weightHigh, w0 + i + LANES);
            l = DoubleVector.fromArray(DOUBLES, weightLow, w0 + i + LANES).fma(whole, below);
            l = w.fma(DoubleVector.broadcast(DOUBLES, low), l);
            h = w.fma(high, rest);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, offset + i + LANES);
            w = DoubleVector.fromArray(DOUBLES, weightHigh, w0 + i + 2 * LANES);
            l = DoubleVector.fromArray(DOUBLES, weightLow, w0 + i + 2 * LANES).fma(whole, below);
            l = w.fma(DoubleVector.broadcast(DOUBLES, low), l);
            h = w.fma(high, rest);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, offset + i + 2 * LANES);
            w = DoubleVector.fromArray(DOUBLES, weightHigh, w0 + i + 3 * LANES);
            l = DoubleVector.fromArray(DOUBLES, weightLow, w0 + i + 3 * LANES).fma(whole, below);
            l = w.fma(DoubleVector.broadcast(DOUBLES, low), l);
            h = w.fma(high, rest);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, offset + i + 3 * LANES);
            if (!same.allTrue()) {
                break;
            }
        }
        return i;
    }
}
