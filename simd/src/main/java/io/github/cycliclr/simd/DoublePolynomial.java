package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;

import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Polynomials into doubles; two vectors a turn, which loads nothing.
 */
final class DoublePolynomial extends DoubleTurns<PolynomialBlock> {
    private static final int LANES = DOUBLES.length();
    private static final int TURN = 2 * LANES;

    static final DoublePolynomial INSTANCE = new DoublePolynomial();

    private DoublePolynomial() {
        super(TURN);
    }

    @Override
    int settle(PolynomialBlock b, double[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.polynomial(b, out, offset, from, to);
    }

    @Override
    int turns(PolynomialBlock b, double[] out, int offset, int from, int end) {
        double high0 = b.high0;
        double high1 = b.high1;
        double high2 = b.high2;
        double low1 = b.low1;
        double low2 = b.low2;
        double low3 = b.low3;
        double low4 = b.low4;
        double low5 = b.low5;
        double low6 = b.low6;
        double below = b.low0 - b.error;
        double width = 2 * b.error;
        int i = from;
        for (; i < end; i += TURN) {
            DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i);
            DoubleVector h = j.fma(high2, high1).fma(j, DoubleVector.broadcast(DOUBLES, high0));
            DoubleVector l = j.fma(low6, low5)
                    .fma(j, DoubleVector.broadcast(DOUBLES, low4))
                    .fma(j, DoubleVector.broadcast(DOUBLES, low3))
                    .fma(j, DoubleVector.broadcast(DOUBLES, low2))
                    .fma(j, DoubleVector.broadcast(DOUBLES, low1))
                    .fma(j, DoubleVector.broadcast(DOUBLES, below));
            DoubleVector value = h.add(l.add(width));
            VectorMask<Double> differ = value.compare(VectorOperators.NE, h.add(l));
            value.intoArray(out, offset + i);
            j = j.add(LANES);
            h = j.fma(high2, high1).fma(j, DoubleVector.broadcast(DOUBLES, high0));
            l = j.fma(low6, low5)
                    .fma(j, DoubleVector.broadcast(DOUBLES, low4))
                    .fma(j, DoubleVector.broadcast(DOUBLES, low3))
                    .fma(j, DoubleVector.broadcast(DOUBLES, low2))
                    .fma(j, DoubleVector.broadcast(DOUBLES, low1))
                    .fma(j, DoubleVector.broadcast(DOUBLES, below));
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, offset + i + LANES);
            if (differ.anyTrue()) {
                break;
            }
        }
        return i;
    }
}
