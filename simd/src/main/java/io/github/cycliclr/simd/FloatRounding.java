package io.github.cycliclr.simd;

import static io.github.cycliclr.simd.Species.ROUNDED;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Doubles to floats, and the proof that an error of some ulps of the double changes nothing: a double lies halfway
 * between two floats where its last 29 bits are 2<sup>28</sup>.
 *
 * <p>That is cheap operations on integers, of which several vectors share the last, where rounding both ends of a bracket
 * takes a second conversion and a comparison a vector.
 */
final class FloatRounding {
    private static final long LAST_BITS = (1L << 29) - 1;

    private FloatRounding() {}

    static FloatVector rounded(DoubleVector doubles) {
        return (FloatVector) doubles.convertShape(VectorOperators.D2F, ROUNDED, 0);
    }

    /** What to add to the bits of a double so that those less than {@code ulps} from halfway end in less than twice that. */
    static long shift(int ulps) {
        return (1L << 28) + ulps;
    }

    /** Less than {@code twiceUlps} where a double is less than {@code ulps} from halfway, or just as far below. */
    static LongVector fromHalfway(DoubleVector doubles, long shift) {
        return doubles.reinterpretAsLongs().add(shift).and(LAST_BITS);
    }

    /** Whether that is so anywhere. */
    static boolean isUnproven(LongVector fromHalfway, long twiceUlps) {
        return fromHalfway.compare(VectorOperators.LT, twiceUlps).anyTrue();
    }
}
