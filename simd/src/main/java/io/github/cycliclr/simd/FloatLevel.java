package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.DOUBLES;
import static io.github.cycliclr.simd.Species.ROUNDED;

import io.github.cycliclr.kernel.WeightBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** Weighted values into floats where the ramp is level; four vectors a turn. */
final class FloatLevel extends WeightedFloatTurns {
    static final FloatLevel INSTANCE = new FloatLevel();

    private FloatLevel() {}

    @Override
    int turns(WeightBlock b, float[] out, int offset, int from, int end) {
        double level = b.high;
        double rest = b.rest;
        long shift = shift(b);
        long twice = 2L * b.ulps;
        double[] weights = b.weights.whole();
        int w0 = b.weightFrom;
        int i = from;
        for (; i < end; i += TURN) {
            DoubleVector value =
                    DoubleVector.fromArray(DOUBLES, weights, w0 + i).fma(level, rest);
            LongVector nearest = value.reinterpretAsLongs().add(shift).and(LAST_BITS);
            ((FloatVector) value.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(out, offset + i);
            value = DoubleVector.fromArray(DOUBLES, weights, w0 + i + LANES).fma(level, rest);
            nearest = nearest.min(value.reinterpretAsLongs().add(shift).and(LAST_BITS));
            ((FloatVector) value.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(out, offset + i + LANES);
            value = DoubleVector.fromArray(DOUBLES, weights, w0 + i + 2 * LANES).fma(level, rest);
            nearest = nearest.min(value.reinterpretAsLongs().add(shift).and(LAST_BITS));
            ((FloatVector) value.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(out, offset + i + 2 * LANES);
            value = DoubleVector.fromArray(DOUBLES, weights, w0 + i + 3 * LANES).fma(level, rest);
            nearest = nearest.min(value.reinterpretAsLongs().add(shift).and(LAST_BITS));
            ((FloatVector) value.convertShape(VectorOperators.D2F, ROUNDED, 0)).intoArray(out, offset + i + 3 * LANES);
            if (nearest.compare(VectorOperators.LT, twice).anyTrue()) {
                break;
            }
        }
        return i;
    }
}
