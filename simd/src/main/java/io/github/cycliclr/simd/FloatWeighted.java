package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.INDEX;
import static io.github.cycliclr.simd.Species.ROUNDED;

import io.github.cycliclr.kernel.WeightBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** Weighted values into floats where the ramp rises or falls, so that weights begin at 0; four vectors a turn. */
final class FloatWeighted extends WeightedFloatTurns {
    static final FloatWeighted INSTANCE = new FloatWeighted();

    private FloatWeighted() {}

    @Override
    int turns(WeightBlock b, float[] out, int offset, int from, int end) {
        double step = b.highStep;
        double high = b.high;
        int origin = b.origin;
        double rest = b.rest;
        long shift = shift(b);
        long twice = 2L * b.ulps;
        double[] weights = b.weights.whole();
        int i = from;
        for (; i < end; i += TURN) {
            DoubleVector j = DoubleVector.fromArray(DOUBLES, INDEX, 0).add(i - origin);
            DoubleVector value = j.fma(step, high)
                    .fma(DoubleVector.fromArray(DOUBLES, weights, i), DoubleVector.broadcast(DOUBLES, rest));
            LongVector nearest = value.reinterpretAsLongs().add(shift).and(LAST_BITS);
            ((FloatVector) value.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(out, offset + i);
            value = j.add(LANES)
                    .fma(step, high)
                    .fma(DoubleVector.fromArray(DOUBLES, weights, i + LANES), DoubleVector.broadcast(DOUBLES, rest));
            nearest = nearest.min(value.reinterpretAsLongs().add(shift).and(LAST_BITS));
            ((FloatVector) value.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(out, offset + i + LANES);
            value = j.add(2 * LANES)
                    .fma(step, high)
                    .fma(
                            DoubleVector.fromArray(DOUBLES, weights, i + 2 * LANES),
                            DoubleVector.broadcast(DOUBLES, rest));
            nearest = nearest.min(value.reinterpretAsLongs().add(shift).and(LAST_BITS));
            ((FloatVector) value.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(out, offset + i + 2 * LANES);
            value = j.add(3 * LANES)
                    .fma(step, high)
                    .fma(
                            DoubleVector.fromArray(DOUBLES, weights, i + 3 * LANES),
                            DoubleVector.broadcast(DOUBLES, rest));
            nearest = nearest.min(value.reinterpretAsLongs().add(shift).and(LAST_BITS));
            ((FloatVector) value.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(out, offset + i + 3 * LANES);
            if (nearest.compare(VectorOperators.LT, twice).anyTrue()) {
                break;
            }
        }
        return i;
    }
}
