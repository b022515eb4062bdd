package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.kernel.WeightBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Weighted values into doubles; two vectors a turn. */
final class DoubleWeighted {
    private static final int LANES = DOUBLES.length();

    private DoubleWeighted() {}

    /** Where the slope is 0. */
    static int fill(WeightBlock b, double[] out, int offset, int from, int to) {
        double rest = b.rest;
        double level = b.level;
        double levelHigh = b.levelHigh;
        double levelLow = b.levelLow;
        double below = b.restLow - b.error;
        double width = 2 * b.error;
        double[] wHigh = b.weights.wHigh();
        double[] wLow = b.weights.wLow();
        int at = b.weightFrom;
        for (int i = from; i < to; i += 2 * LANES) {
            DoubleVector w = DoubleVector.fromArray(DOUBLES, wHigh, at + i);
            DoubleVector h = w.fma(levelHigh, rest);
            DoubleVector l = DoubleVector.fromArray(DOUBLES, wLow, at + i).fma(level, below);
            l = w.fma(DoubleVector.broadcast(DOUBLES, levelLow), l);
            DoubleVector value = h.add(l.add(width));
            VectorMask<Double> differ = value.compare(VectorOperators.NE, h.add(l));
            value.intoArray(out, offset + i);
            w = DoubleVector.fromArray(DOUBLES, wHigh, at + i + LANES);
            h = w.fma(levelHigh, rest);
            l = DoubleVector.fromArray(DOUBLES, wLow, at + i + LANES).fma(level, below);
            l = w.fma(DoubleVector.broadcast(DOUBLES, levelLow), l);
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, offset + i + LANES);
            if (differ.anyTrue()) {
                int end = ScalarKernels.INSTANCE.weighted(b, out, offset, i, i + 2 * LANES);
                if (end < i + 2 * LANES) {
                    return end;
                }
            }
        }
        return to;
    }

    /** With a slope. */
    static int fillRamped(WeightBlock b, double[] out, int offset, int from, int to) {
        double rest = b.rest;
        double level = b.level;
        double levelHigh = b.levelHigh;
        double levelLow = b.levelLow;
        double slope = b.slope;
        double slopeHigh = b.slopeHigh;
        double slopeLow = b.slopeLow;
        double below = b.restLow - b.error;
        double width = 2 * b.error;
        double[] wHigh = b.weights.wHigh();
        double[] wLow = b.weights.wLow();
        double[] vHigh = b.weights.vHigh();
        double[] vLow = b.weights.vLow();
        int at = b.weightFrom;
        for (int i = from; i < to; i += 2 * LANES) {
            DoubleVector w = DoubleVector.fromArray(DOUBLES, wHigh, at + i);
            DoubleVector v = DoubleVector.fromArray(DOUBLES, vHigh, at + i);
            DoubleVector h = v.fma(DoubleVector.broadcast(DOUBLES, slopeHigh), w.fma(levelHigh, rest));
            DoubleVector l = DoubleVector.fromArray(DOUBLES, wLow, at + i).fma(level, below);
            l = w.fma(DoubleVector.broadcast(DOUBLES, levelLow), l);
            DoubleVector m = v.mul(slopeLow);
            m = DoubleVector.fromArray(DOUBLES, vLow, at + i).fma(DoubleVector.broadcast(DOUBLES, slope), m);
            l = l.add(m);
            DoubleVector value = h.add(l.add(width));
            VectorMask<Double> differ = value.compare(VectorOperators.NE, h.add(l));
            value.intoArray(out, offset + i);
            w = DoubleVector.fromArray(DOUBLES, wHigh, at + i + LANES);
            v = DoubleVector.fromArray(DOUBLES, vHigh, at + i + LANES);
            h = v.fma(DoubleVector.broadcast(DOUBLES, slopeHigh), w.fma(levelHigh, rest));
            l = DoubleVector.fromArray(DOUBLES, wLow, at + i + LANES).fma(level, below);
            l = w.fma(DoubleVector.broadcast(DOUBLES, levelLow), l);
            m = v.mul(slopeLow);
            m = DoubleVector.fromArray(DOUBLES, vLow, at + i + LANES).fma(DoubleVector.broadcast(DOUBLES, slope), m);
            l = l.add(m);
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, offset + i + LANES);
            if (differ.anyTrue()) {
                int end = ScalarKernels.INSTANCE.weighted(b, out, offset, i, i + 2 * LANES);
                if (end < i + 2 * LANES) {
                    return end;
                }
            }
        }
        return to;
    }
}
