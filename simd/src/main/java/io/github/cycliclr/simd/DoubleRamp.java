package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.Block;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into doubles. */
final class DoubleRamp {
    private DoubleRamp() {}

    /** Elements {@code from} to {@code to - 1}, a multiple of the vector's length. */
    static boolean fill(Block b, double[] out, int offset, int from, int to) {
        double high = b.high;
        double highStep = b.highStep;
        double lowAbove = b.low + b.error;
        double lowBelow = b.low - b.error;
        double lowStep = b.lowStep;
        boolean proven = true;
        for (int i = from; i < to; i += DOUBLES.length()) {
            DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i);
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
