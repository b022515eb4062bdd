package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScalingCursorTest {
    private static final MathContext PRECISE = new MathContext(60);
    private static final BigDecimal BOUND = new BigDecimal(0x1p-95);
    private static final int MOVES = 2_000;

    /** By the steps of ramps and their blocks, now and then by another, and back. */
    @ParameterizedTest
    @ValueSource(doubles = {0.9999999, 0.99994, 0.5, 0x1.fffffffffffffp-1, 1.0001})
    void keepsItsBoundHoweverItMoves(double ratio) {
        Scaling.Geometric scaling = new Scaling.Geometric(1, ratio, ScaleMode.ITERATIONS);
        ScalingCursor cursor = new ScalingCursor(new Tables(new Shape(2000, 1999, scaling)));
        Random random = new Random(7);
        int[] steps = {1024, 976, 1999, 2000, 1, 511};
        int x = 0;
        for (int move = 0; move < MOVES; move++) {
            x += move % 100 == 99 ? random.nextInt(3000) - 1000 : steps[move / 200 % 5 + move % 2];
            x = Math.max(0, x);
            cursor.moveTo(x);
            BigDecimal exact = new BigDecimal(ratio).pow(x, PRECISE);
            BigDecimal error = valueOf(cursor.value).divide(exact, PRECISE).subtract(BigDecimal.ONE);
            assertTrue(error.abs().compareTo(BOUND) < 0, "k(" + x + ") is off by " + error + " of itself");
        }
    }

    private static BigDecimal valueOf(Scaled value) {
        BigDecimal significand = new BigDecimal(value.hi).add(new BigDecimal(value.lo));
        BigDecimal power = BigDecimal.valueOf(2).pow((int) Math.abs(value.exponent), PRECISE);
        return value.exponent < 0 ? significand.divide(power, PRECISE) : significand.multiply(power);
    }
}
