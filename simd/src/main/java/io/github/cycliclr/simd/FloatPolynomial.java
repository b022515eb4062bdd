package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.FLOATS;
import static io.github.cycliclr.simd.Species.ROUNDED;

import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Polynomials into floats. In a span the value is a parabola, whose numbers are values and slopes, cut in two, and half the
 * second derivatives, in the middle.
 */
final class FloatPolynomial extends FloatSpans<PolynomialBlock> {
    /** Elements that share numbers: a turn of vectors of 512 bits, or several turns of shorter ones. */
    private static final int SPAN = Math.max(TURN, 64);

    /** Of a span; a power of two. */
    private static final int TURNS = SPAN / TURN;

    private static final int TURNS_LOG2 = Integer.numberOfTrailingZeros(TURNS);

    /** From the first element of a span to the one that its numbers are for. */
    private static final int MIDDLE = SPAN / 2;

    /** Behind five numbers of each span there is the width of brackets. */
    private static final int WIDTH = 5 * STRIDE;

    private static final float[] INDEX = distances(SPAN);

    static final FloatPolynomial INSTANCE = new FloatPolynomial();

    private FloatPolynomial() {
        super(TURNS);
    }

    @Override
    boolean prepare(PolynomialBlock b, int from, int to) {
        if (b.scratch == null) {
            b.scratch = new float[WIDTH + 1];
        }
        double e = powerOfTwo(b.most * (1 + 0x1p-10));
        double error = error(b, e, to);
        if (!isProvable(e, error)) {
            return false;
        }
        numbers(b, e * ROUND, error, from, to - SPAN, spans(from, to));
        return true;
    }

    @Override
    int settle(PolynomialBlock b, float[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.polynomial(b, out, offset, from, to);
    }

    @Override
    int turns(PolynomialBlock b, float[] out, int first, int last, int k0) {
        float[] numbers = b.scratch;
        float width = numbers[WIDTH];
        int count = spans(first, last + SPAN) * TURNS;
        int k = k0;
        for (; k < count; k++) {
            int span = k >>> TURNS_LOG2;
            int i = (k & TURNS - 1) * TURN;
            int at = Math.min(first + span * SPAN, last) + i;
            FloatVector high = FloatVector.broadcast(FLOATS, numbers[span]);
            FloatVector below = FloatVector.broadcast(FLOATS, numbers[STRIDE + span]);
            FloatVector highRise = FloatVector.broadcast(FLOATS, numbers[2 * STRIDE + span]);
            FloatVector lowRise = FloatVector.broadcast(FLOATS, numbers[3 * STRIDE + span]);
            FloatVector bend = FloatVector.broadcast(FLOATS, numbers[4 * STRIDE + span]);
            FloatVector t = FloatVector.fromArray(FLOATS, INDEX, i);
            FloatVector h = t.fma(highRise, high);
            FloatVector l = t.fma(bend, lowRise).fma(t, below);
            FloatVector value = h.add(l.add(width));
            value.intoArray(out, at); // before there is a mask, which the exit for an error of bounds would want stored
            VectorMask<Float> same = value.compare(VectorOperators.EQ, h.add(l));
            t = FloatVector.fromArray(FLOATS, INDEX, i + LANES);
            h = t.fma(highRise, high);
            l = t.fma(bend, lowRise).fma(t, below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + LANES);
            t = FloatVector.fromArray(FLOATS, INDEX, i + 2 * LANES);
            h = t.fma(highRise, high);
            l = t.fma(bend, lowRise).fma(t, below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + 2 * LANES);
            t = FloatVector.fromArray(FLOATS, INDEX, i + 3 * LANES);
            h = t.fma(highRise, high);
            l = t.fma(bend, lowRise).fma(t, below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + 3 * LANES);
            if (!same.allTrue()) {
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

    /** The numbers of {@code count} spans, with {@code error} taken off; what {@code round} is added to becomes a multiple of q. */
    private static void numbers(PolynomialBlock b, double round, double error, int from, int last, int count) {
        float[] to = b.scratch;
        to[WIDTH] = (float) (2 * error);
        for (int k = 0; k < count; k += AT_ONCE) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, Species.INDEX, 0)
                    .fma(SPAN, from + k * SPAN + MIDDLE)
                    .min(last + MIDDLE);
            DoubleVector value = x.fma(b.low4, b.low3)
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low2))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low1))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low0 - error));
            DoubleVector high = value.add(round).sub(round);
            ((FloatVector) high.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(to, k);
            ((FloatVector) value.sub(high).convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(to, STRIDE + k);
            DoubleVector rise = x.fma(4 * b.low4, 3 * b.low3)
                    .fma(x, DoubleVector.broadcast(DOUBLES, 2 * b.low2))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low1));
            high = rise.add(round).sub(round);
            ((FloatVector) high.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(to, 2 * STRIDE + k);
            ((FloatVector) rise.sub(high).convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(to, 3 * STRIDE + k);
            DoubleVector bend = x.fma(6 * b.low4, 3 * b.low3).fma(x, DoubleVector.broadcast(DOUBLES, b.low2));
            ((FloatVector) bend.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(to, 4 * STRIDE + k);
        }
    }
}
