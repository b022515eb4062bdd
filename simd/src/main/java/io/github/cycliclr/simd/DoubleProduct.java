package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.Block;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** rest + R(j) · weight[j] into doubles. */
final class DoubleProduct {
    private DoubleProduct() {}

    /** Elements {@code from} to {@code to - 1}, a multiple of the vector's length. */
    static boolean fill(Block b, double[] out, int offset, int from, int to) {
        DoubleVector high = DoubleVector.broadcast(DOUBLES, b.high);
        DoubleVector highStep = DoubleVector.broadcast(DOUBLES, b.highStep);
        DoubleVector low = DoubleVector.broadcast(DOUBLES, b.low);
        DoubleVector lowStep = DoubleVector.broadcast(DOUBLES, b.lowStep);
        DoubleVector round = DoubleVector.broadcast(DOUBLES, b.round);
        DoubleVector roundLessRest = DoubleVector.broadcast(DOUBLES, b.roundLessRest);
        DoubleVector restLow = DoubleVector.broadcast(DOUBLES, b.restLow);
        DoubleVector error = DoubleVector.broadcast(DOUBLES, b.error);
        DoubleVector minusError = DoubleVector.broadcast(DOUBLES, -b.error);
        double[] weightHigh = b.weightHigh;
        double[] weightLow = b.weightLow;
        int weightFrom = b.weightFrom;
        DoubleVector index = DoubleVector.broadcast(DOUBLES, 0).addIndex(1);
        boolean proven = true;
        for (int i = from; i < to; i += DOUBLES.length()) {
            DoubleVector j = index.add(i);
            DoubleVector h = j.fma(highStep, high);
            DoubleVector l = j.fma(lowStep, low);
            DoubleVector g = DoubleVector.fromArray(DOUBLES, weightHigh, weightFrom + i);
            DoubleVector gLow = DoubleVector.fromArray(DOUBLES, weightLow, weightFrom + i);
            DoubleVector rounded = h.fma(g, round);
            DoubleVector left = h.fma(g, round.sub(rounded));
            left = left.add(l.fma(g, h.fma(gLow, restLow)));
            DoubleVector sum = rounded.sub(roundLessRest);
            DoubleVector above = sum.add(g.fma(error, left));
            DoubleVector below = sum.add(g.fma(minusError, left));
            VectorMask<Double> differ = above.compare(VectorOperators.NE, below);
            if (differ.anyTrue()) {
                above = above.blend(Double.NaN, differ);
                proven = false;
            }
            above.intoArray(out, offset + i);
        }
        return proven;
    }
}
