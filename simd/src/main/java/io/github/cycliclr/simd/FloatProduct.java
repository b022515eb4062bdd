package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;

import io.github.cycliclr.kernel.Block;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** rest + R(j) · weight[j] into floats. */
final class FloatProduct {
    private FloatProduct() {}

    /** Elements {@code from} to {@code to - 1}, a multiple of the vector's length. */
    static boolean fill(Block b, float[] out, int offset, int from, int to) {
        DoubleVector highAbove = DoubleVector.broadcast(DOUBLES, b.high + b.error);
        DoubleVector highBelow = DoubleVector.broadcast(DOUBLES, b.high - b.error);
        DoubleVector step = DoubleVector.broadcast(DOUBLES, b.highStep);
        DoubleVector restAbove = DoubleVector.broadcast(DOUBLES, b.rest + b.restError);
        DoubleVector restBelow = DoubleVector.broadcast(DOUBLES, b.rest - b.restError);
        double[] weights = b.weightHigh;
        int weightFrom = b.weightFrom;
        DoubleVector index = DoubleVector.broadcast(DOUBLES, 0).addIndex(1);
        boolean proven = true;
        for (int i = from; i < to; i += DOUBLES.length()) {
            DoubleVector j = index.add(i);
            DoubleVector g = DoubleVector.fromArray(DOUBLES, weights, weightFrom + i);
            DoubleVector upper = j.fma(step, highAbove).fma(g, restAbove);
            DoubleVector lower = j.fma(step, highBelow).fma(g, restBelow);
            FloatVector above = (FloatVector) upper.convertShape(VectorOperators.D2F, FLOATS, 0);
            FloatVector below = (FloatVector) lower.convertShape(VectorOperators.D2F, FLOATS, 0);
            VectorMask<Float> differ = above.compare(VectorOperators.NE, below);
            if (differ.anyTrue()) {
                above = above.blend(Float.NaN, differ);
                proven = false;
            }
            above.intoArray(out, offset + i);
        }
        return proven;
    }
}
