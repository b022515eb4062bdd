package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.Block;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** R(j) into floats. */
final class FloatRamp {
    private FloatRamp() {}

    /** Elements {@code from} to {@code to - 1}, a multiple of the vector's length. */
    static boolean fill(Block b, float[] out, int offset, int from, int to) {
        double highAbove = b.high + b.error;
        double highBelow = b.high - b.error;
        double step = b.highStep;
        boolean proven = true;
        for (int i = from; i < to; i += DOUBLES.length()) {
            DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i);
            DoubleVector upper = j.fma(step, highAbove);
            DoubleVector lower = j.fma(step, highBelow);
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
