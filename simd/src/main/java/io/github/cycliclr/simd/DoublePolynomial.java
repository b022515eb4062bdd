package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.DoubleTurns.LANES;
import static io.github.cycliclr.simd.DoubleTurns.TURN;
import static io.github.cycliclr.simd.Species.DOUBLES;

import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Polynomials into doubles: four vectors, a turn, at once. In a span the value is a cubic, whose numbers are value and slope
 * in its middle, each cut into a multiple of the block's unit and what remains, and two coefficients above them.
 */
final class DoublePolynomial extends Spans<PolynomialBlock, double[]> {
    /** Elements that share numbers: a turn of vectors of 512 bits, or several turns of shorter ones. */
    private static final int SPAN = Math.max(TURN, 32);

    /** Of a span; a power of two. */
    private static final int TURNS = SPAN / TURN;

    private static final int TURNS_LOG2 = Integer.numberOfTrailingZeros(TURNS);

    /** From the first element of a span to the one that its numbers are for. */
    private static final int MIDDLE = SPAN / 2;

    private static final double SQUARE = MIDDLE * MIDDLE;

    /** The distance of each element from the middle. */
    private static final double[] INDEX =
            IntStream.range(-MIDDLE, MIDDLE).asDoubleStream().toArray();

    /**
     * Spans whose numbers are in memory at the same time: number i of span k is element i·STRIDE + k. With 64 of them the stores
     * of the numbers alone nearly fill the queue that waits for memory, which then has nothing to do.
     */
    private static final int STRIDE = 32;

    /** Behind six numbers of each span there is the width of brackets. */
    private static final int WIDTH = 6 * STRIDE;

    static final DoublePolynomial INSTANCE = new DoublePolynomial();

    private DoublePolynomial() {
        super(TURN, TURNS, STRIDE);
    }

    @Override
    boolean prepare(PolynomialBlock b, int from, int to) {
        if (b.doubleScratch == null) {
            b.doubleScratch = new double[WIDTH + 1];
        }
        // All values are below 2e, and 2^-51 e is the unit of H.
        double e = FloatSpans.powerOfTwo(b.most);
        numbers(b, 3 * e, error(b, 0x1p-51 * e, to), from, to - SPAN, spans(from, to));
        return true;
    }

    @Override
    int settle(PolynomialBlock b, double[] out, int offset, int from, int to) {
        return ScalarKernels.INSTANCE.polynomial(b, out, offset, from, to);
    }

    /** Half the width of brackets for elements before {@code to}. */
    private static double error(PolynomialBlock b, double unit, int to) {
        double fifth = Math.abs(b.low5) + 6 * to * Math.abs(b.low6);
        double fourth = Math.abs(b.low4) + 5 * to * fifth;
        double third = Math.abs(b.low3) + 4 * to * fourth;
        double second = Math.abs(b.high2) + Math.abs(b.low2) + 3 * to * third;
        // Of value and slope there is up to half a unit; then the parabola and the cubic: some ten roundings.
        double below = unit * (MIDDLE + 1) + second * SQUARE + third * MIDDLE * SQUARE;
        double leftOut = SQUARE * SQUARE * (fourth / 8 + MIDDLE * fifth);
        // The block's own error allows for Horner's rule. That of the derivatives, over half a span, of which a
        // block has two at least, errs alike: with binomials up to 20 and powers of a half, less than five times as
        // much.
        return 0x1p-49 * below + leftOut + 8 * b.error;
    }

    /** The numbers of {@code count} spans, with {@code error} taken off; what {@code round} is added to becomes a multiple of the unit. */
    private static void numbers(PolynomialBlock b, double round, double error, int from, int last, int count) {
        double[] to = b.doubleScratch;
        to[WIDTH] = 2 * error;
        for (int k = 0; k < count; k += LANES) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, Species.INDEX, 0)
                    .fma(SPAN, from + k * SPAN + MIDDLE)
                    .min(last + MIDDLE);
            // Its t^4 is nearest to a parabola, by an eighth of the whole.
            DoubleVector fourth = x.fma(15 * b.low6, 5 * b.low5).fma(x, DoubleVector.broadcast(DOUBLES, b.low4));
            DoubleVector h = x.fma(b.high2, b.high1).fma(x, DoubleVector.broadcast(DOUBLES, b.high0));
            DoubleVector l = x.fma(b.low6, b.low5)
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low4))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low3))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low2))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low1))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low0));
            DoubleVector multiple = l.add(round).sub(round);
            h.add(multiple).intoArray(to, k);
            l.sub(multiple).sub(fourth.mul(SQUARE * SQUARE / 8)).sub(error).intoArray(to, STRIDE + k);
            h = x.fma(2 * b.high2, b.high1);
            l = x.fma(6 * b.low6, 5 * b.low5)
                    .fma(x, DoubleVector.broadcast(DOUBLES, 4 * b.low4))
                    .fma(x, DoubleVector.broadcast(DOUBLES, 3 * b.low3))
                    .fma(x, DoubleVector.broadcast(DOUBLES, 2 * b.low2))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low1));
            multiple = l.add(round).sub(round);
            h.add(multiple).intoArray(to, 2 * STRIDE + k);
            l.sub(multiple).intoArray(to, 3 * STRIDE + k);
            x.fma(15 * b.low6, 10 * b.low5)
                    .fma(x, DoubleVector.broadcast(DOUBLES, 6 * b.low4))
                    .fma(x, DoubleVector.broadcast(DOUBLES, 3 * b.low3))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.high2 + b.low2))
                    .add(fourth.mul(SQUARE))
                    .intoArray(to, 4 * STRIDE + k);
            x.fma(20 * b.low6, 10 * b.low5)
                    .fma(x, DoubleVector.broadcast(DOUBLES, 4 * b.low4))
                    .fma(x, DoubleVector.broadcast(DOUBLES, b.low3))
                    .intoArray(to, 5 * STRIDE + k);
        }
    }

    @Override
    int turns(PolynomialBlock b, double[] out, int first, int last, int k0) {
        double[] numbers = b.doubleScratch;
        double width = numbers[WIDTH];
        int count = spans(first, last + SPAN) * TURNS;
        int k = k0;
        for (; k < count; k++) {
            int span = k >>> TURNS_LOG2;
            int i = (k & TURNS - 1) * TURN;
            int at = Math.min(first + span * SPAN, last) + i;
            DoubleVector high = DoubleVector.broadcast(DOUBLES, numbers[span]);
            DoubleVector below = DoubleVector.broadcast(DOUBLES, numbers[STRIDE + span]);
            DoubleVector highRise = DoubleVector.broadcast(DOUBLES, numbers[2 * STRIDE + span]);
            DoubleVector lowRise = DoubleVector.broadcast(DOUBLES, numbers[3 * STRIDE + span]);
            DoubleVector bend = DoubleVector.broadcast(DOUBLES, numbers[4 * STRIDE + span]);
            DoubleVector twist = DoubleVector.broadcast(DOUBLES, numbers[5 * STRIDE + span]);
            DoubleVector t = DoubleVector.fromArray(DOUBLES, INDEX, i);
            DoubleVector h = t.fma(highRise, high);
            DoubleVector l = t.fma(twist, bend).fma(t, lowRise).fma(t, below);
            DoubleVector value = h.add(l.add(width));
            value.intoArray(out, at); // before there is a mask, which the exit for an error of bounds would want stored
            VectorMask<Double> same = value.compare(VectorOperators.EQ, h.add(l));
            t = DoubleVector.fromArray(DOUBLES, INDEX, i + LANES);
            h = t.fma(highRise, high);
            l = t.fma(twist, bend).fma(t, lowRise).fma(t, below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + LANES);
            t = DoubleVector.fromArray(DOUBLES, INDEX, i + 2 * LANES);
            h = t.fma(highRise, high);
            l = t.fma(twist, bend).fma(t, lowRise).fma(t, below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + 2 * LANES);
            t = DoubleVector.fromArray(DOUBLES, INDEX, i + 3 * LANES);
            h = t.fma(highRise, high);
            l = t.fma(twist, bend).fma(t, lowRise).fma(t, below);
            value = h.add(l.add(width));
            same = value.compare(VectorOperators.EQ, h.add(l), same);
            value.intoArray(out, at + 3 * LANES);
            if (!same.allTrue()) {
                break;
            }
        }
        return k;
    }
}
