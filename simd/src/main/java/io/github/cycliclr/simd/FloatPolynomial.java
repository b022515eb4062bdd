package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;

import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Polynomials into floats, in their own lanes; see {@link FloatTurn}. In a turn the value is a parabola, whose numbers are
 * computed first, in double, for as many turns at once as there are doubles in a vector.
 */
final class FloatPolynomial {
    private static final int LANES = FloatTurn.LANES;
    private static final int TURN = FloatTurn.LENGTH;

    /** Turns whose numbers are computed at once, and where these turns begin. */
    private static final int AT_ONCE = DOUBLES.length();

    private static final double[] STARTS =
            IntStream.range(0, AT_ONCE).mapToDouble(k -> k * TURN).toArray();

    /** From one of the numbers of a turn to the next. */
    private static final int STRIDE = PolynomialBlock.SCRATCH / 5;

    private static final int MIDDLE = FloatTurn.MIDDLE;

    private static final int LONGEST = (STRIDE / AT_ONCE) * AT_ONCE * TURN;

    /** Half the width of brackets is up to this part of e, lest too much be unproven. */
    private static final double LARGEST_ERROR = 0x1p-36;

    private FloatPolynomial() {}

    static int fill(PolynomialBlock b, float[] out, int offset, int from, int to) {
        double e = FloatTurn.powerOfTwo(b.most);
        double error = error(b, e, to);
        if (to - from < TURN || to - from > LONGEST || !(error <= LARGEST_ERROR * e)) {
            return ScalarKernels.INSTANCE.polynomial(b, out, offset, from, to);
        }
        int last = to - TURN;
        int count = (to - from + TURN - 1) / TURN;
        float[] numbers = b.scratch;
        numbers(b, FloatTurn.rounder(e), error, from, last, count, numbers);
        float width = (float) (2 * error);
        for (int k = 0; k < count; k++) {
            k = turns(numbers, width, out, offset, from, last, k, count);
            if (k < count) {
                int begin = Math.min(from + k * TURN, last);
                int proven = ScalarKernels.INSTANCE.polynomial(b, out, offset, begin, begin + TURN);
                if (proven < begin + TURN) {
                    return proven;
                }
            }
        }
        return to;
    }

    /** The first turn with an unproven element, from k on, or the count. A turn begins TURN behind the one before it, or at {@code last}. */
    private static int turns(
            float[] numbers, float width, float[] out, int offset, int from, int last, int k0, int count) {
        int k = k0;
        for (; k < count; k++) {
            int at = offset + Math.min(from + k * TURN, last);
            float high = numbers[k];
            float below = numbers[STRIDE + k];
            float highRise = numbers[2 * STRIDE + k];
            float lowRise = numbers[3 * STRIDE + k];
            float bend = numbers[4 * STRIDE + k];
            FloatVector t = FloatVector.fromArray(FLOATS, FloatTurn.INDEX, 0);
            FloatVector h = t.fma(highRise, high);
            FloatVector l = t.fma(bend, lowRise).fma(t, FloatVector.broadcast(FLOATS, below));
            FloatVector value = h.add(l.add(width));
            VectorMask<Float> differ = value.compare(VectorOperators.NE, h.add(l));
            value.intoArray(out, at);
            t = FloatVector.fromArray(FLOATS, FloatTurn.INDEX, LANES);
            h = t.fma(highRise, high);
            l = t.fma(bend, lowRise).fma(t, FloatVector.broadcast(FLOATS, below));
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, at + LANES);
            t = FloatVector.fromArray(FLOATS, FloatTurn.INDEX, 2 * LANES);
            h = t.fma(highRise, high);
            l = t.fma(bend, lowRise).fma(t, FloatVector.broadcast(FLOATS, below));
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, at + 2 * LANES);
            t = FloatVector.fromArray(FLOATS, FloatTurn.INDEX, 3 * LANES);
            h = t.fma(highRise, high);
            l = t.fma(bend, lowRise).fma(t, FloatVector.broadcast(FLOATS, below));
            value = h.add(l.add(width));
            differ = differ.or(value.compare(VectorOperators.NE, h.add(l)));
            value.intoArray(out, at + 3 * LANES);
            if (differ.anyTrue()) {
                break;
            }
        }
        return k;
    }

    /** Half the width of brackets for elements before {@code to}. */
    private static double error(PolynomialBlock b, double e, int to) {
        double third = Math.abs(b.low3) + 4 * Math.abs(b.low4) * to;
        double second = Math.abs(b.low2) + 3 * to * third;
        // Below q there is up to half a q and, so often, another half of each step; then the parabola.
        double below = 0x1p-24 * e * (MIDDLE + 1) + second * MIDDLE * MIDDLE;
        // Some six roundings of numbers and of sums; what the parabola leaves out; then the block's own.
        return 0x1p-21 * below + third * MIDDLE * MIDDLE * MIDDLE + b.error;
    }

    /** Values and slopes, cut in two, and half the second derivatives, in the middles of turns. */
    private static void numbers(
            PolynomialBlock b, double round, double error, int from, int last, int count, float[] to) {
        for (int k = 0; k < count; k += AT_ONCE) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, STARTS, 0)
                    .add(from + k * TURN)
                    .min(last)
                    .add(MIDDLE);
            DoubleVector value = x.fma(b.low4, b.low3)
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low2))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low1))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low0 - error));
            DoubleVector high = value.add(round).sub(round);
            FloatRounding.rounded(high).intoArray(to, k);
            FloatRounding.rounded(value.sub(high)).intoArray(to, STRIDE + k);
            DoubleVector rise = x.fma(4 * b.low4, 3 * b.low3)
                    .fma(x, DoubleVector.broadcast(DOUBLES, 2 * b.low2))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low1));
            high = rise.add(round).sub(round);
            FloatRounding.rounded(high).intoArray(to, 2 * STRIDE + k);
            FloatRounding.rounded(rise.sub(high)).intoArray(to, 3 * STRIDE + k);
            DoubleVector bend = x.fma(6 * b.low4, 3 * b.low3).fma(x, DoubleVector.broadcast(DOUBLES, b.low2));
            FloatRounding.rounded(bend).intoArray(to, 4 * STRIDE + k);
        }
    }
}
