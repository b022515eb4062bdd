package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.Block;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into doubles. */
final class DoubleRamp {
    private DoubleRamp() {}

    /** Elements {@code from} to {@code to - 1}, a multiple of the vector's length. */
    static boolean fill(Block b, double[] out, int offset, int from, int to) {
        DoubleVector high = DoubleVector.broadcast(DOUBLES, b.high);
        DoubleVector highStep = DoubleVector.broadcast(DOUBLES, b.highStep);
        DoubleVector lowAbove = DoubleVector.broadcast(DOUBLES, b.low + b.error);
        DoubleVector lowBelow = DoubleVector.broadcast(DOUBLES, b.low - b.error);
        DoubleVector lowStep = DoubleVector.broadcast(DOUBLES, b.lowStep);
        DoubleVector index = DoubleVector.broadcast(DOUBLES, 0).addIndex(1);
        boolean proven = true;
        for (int i = from; i < to; i += DOUBLES.length()) {
            DoubleVector j = index.add(i);
            DoubleVector h = j.fma(highStep, high);
            DoubleVector above = h.add(j.fma(lowStep, lowAbove));
            DoubleVector below = h.add(j.fma(lowStep, lowBelow));
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
