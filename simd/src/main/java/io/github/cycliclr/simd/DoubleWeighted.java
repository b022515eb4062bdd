package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Weighted values into doubles where the ramp rises or falls, so that weights begin at 0; four vectors a turn. */
final class DoubleWeighted extends DoubleTurns<WeightBlock, double[]> {
    static final DoubleWeighted INSTANCE = new DoubleWeighted();

    private DoubleWeighted() {}

    @Override
    int settle(WeightBlock b, double[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.weighted(b, out, offset, from, to);
    }

    @Override
    int turns(WeightBlock b, double[] out, int offset, int from, int end) {
        double rest = b.rest;
        double high0 = b.high;
        double high1 = b.high + b.highStep * LANES;
        double high2 = b.high + b.highStep * (2 * LANES);
        double high3 = b.high + b.highStep * (3 * LANES);
        double highStep = b.highStep;
        double low0 = b.low;
        double low1 = b.low + b.lowStep * LANES;
        double low2 = b.low + b.lowStep * (2 * LANES);
        double low3 = b.low + b.lowStep * (3 * LANES);
        double lowStep = b.lowStep;
        double below = b.restLow - b.error;
        double width = 2 * b.error;
        double[] weightHigh = b.weights.high();
        double[] weightLow = b.weights.low();
        int i = from;
        for (; i < end; i += TURN) {
            DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i);
            DoubleVector rampHigh = j.fma(highStep, high0);
            DoubleVector rampLow = j.fma(lowStep, low0);
            DoubleVector w = DoubleVector.fromArray(DOUBLES, weightHigh, i);
            DoubleVector l = DoubleVector.fromArray(DOUBLES, weightLow, i)
                    .fma(rampHigh.add(rampLow), DoubleVector.broadcast(DOUBLES, below));
            l = w.fma(rampLow, l);
            DoubleVector h = w.fma(rampHigh, DoubleVector.broadcast(DOUBLES, rest));
            DoubleVector value = h.add(l.add(width));
            VectorMask<Double> same = value.compare(VectorOperators.EQ, h.add(l));
            value.intoArray(out, offset + i);
            rampHigh = j.fma(highStep, high1);
            rampLow = j.fma(lowStep, low1);
            w = DoubleVector.fromArray(DOUBLES, weightHigh, i + LANES);
            l = DoubleVector.fromArray(DOUBLES, weightLow, i + LANES)
                    .fma(rampHigh.add(rampLow), DoubleVector.broadcast(DOUBLES, below));
            l = w.fma(rampLow, l);
            h = w.fma(rampHigh, DoubleVector.broadcast(DOUBLES, rest));
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, offset + i + LANES);
            rampHigh = j.fma(highStep, high2);
            rampLow = j.fma(lowStep, low2);
            w = DoubleVector.fromArray(DOUBLES, weightHigh, i + 2 * LANES);
            l = DoubleVector.fromArray(DOUBLES, weightLow, i + 2 * LANES)
                    .fma(rampHigh.add(rampLow), DoubleVector.broadcast(DOUBLES, below));
            l = w.fma(rampLow, l);
            h = w.fma(rampHigh, DoubleVector.broadcast(DOUBLES, rest));
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, offset + i + 2 * LANES);
            rampHigh = j.fma(highStep, high3);
            rampLow = j.fma(lowStep, low3);
            w = DoubleVector.fromArray(DOUBLES, weightHigh, i + 3 * LANES);
            l = DoubleVector.fromArray(DOUBLES, weightLow, i + 3 * LANES)
                    .fma(rampHigh.add(rampLow), DoubleVector.broadcast(DOUBLES, below));
            l = w.fma(rampLow, l);
            h = w.fma(rampHigh, DoubleVector.broadcast(DOUBLES, rest));
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
