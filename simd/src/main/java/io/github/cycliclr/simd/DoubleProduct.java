package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.Block;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** rest + R(j) · weight[j] into doubles. */
final class DoubleProduct {
    private DoubleProduct() {}

    /** Elements {@code from} to {@code to - 1}, a multiple of the vector's length. */
    static boolean fill(Block b, double[] out, int offset, int from, int to) {
        double high = b.high;
        double highStep = b.highStep;
        double low = b.low;
        double lowStep = b.lowStep;
        double round = b.round;
        double roundLessRest = b.roundLessRest;
        double restLow = b.restLow;
        double error = b.error;
        double[] weightHigh = b.weightHigh;
        double[] weightLow = b.weightLow;
        int weightFrom = b.weightFrom;
        boolean proven = true;
        for (int i = from; i < to; i += DOUBLES.length()) {
            DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i);
            DoubleVector h = j.fma(highStep, high);
            DoubleVector l = j.fma(lowStep, low);
            DoubleVector g = DoubleVector.fromArray(DOUBLES, weightHigh, weightFrom + i);
            DoubleVector gLow = DoubleVector.fromArray(DOUBLES, weightLow, weightFrom + i);
            DoubleVector rounded = h.fma(g, DoubleVector.broadcast(DOUBLES, round));
            DoubleVector left = h.fma(g, rounded.neg().add(round));
            left = left.add(l.fma(g, h.fma(gLow, DoubleVector.broadcast(DOUBLES, restLow))));
            DoubleVector sum = rounded.sub(roundLessRest);
            DoubleVector above = sum.add(g.fma(DoubleVector.broadcast(DOUBLES, error), left));
            DoubleVector below = sum.add(g.fma(DoubleVector.broadcast(DOUBLES, -error), left));
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
