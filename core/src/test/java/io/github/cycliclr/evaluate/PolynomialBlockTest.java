package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.kernel.PolynomialBlock;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The brackets of polynomials enclose the real values, and are as narrow as proofs need: far below what rounding shows. */
class PolynomialBlockTest {
    private static final MathContext PRECISION = new MathContext(70);
    private static final int BLOCKS = 2000;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void enclosesTheRealValues(boolean floats) {
        SplittableRandom random = new SplittableRandom(202614);
        int made = 0;
        for (int i = 0; i < BLOCKS; i++) {
            double distance = i % 4 == 0 ? 2.4999e-7 : Math.pow(10, -random.nextDouble(6.7, 15));
            double gamma = random.nextInt(4) == 0 ? 1 + distance : 1 - distance;
            long stepSize = 1 + random.nextLong(1L << random.nextInt(5, 40));
            Shape shape = new Shape(stepSize, stepSize, Scaling.of(Mode.EXP_RANGE, gamma, ScaleMode.ITERATIONS));
            double rest = random.nextInt(3) == 0 ? 0 : Math.pow(10, -random.nextDouble(6));
            double peak = rest + Math.pow(10, -random.nextDouble(5));
            if (i % 5 == 0) { // near either end of the number range
                int exponent = random.nextBoolean() ? -random.nextInt(780, 1000) : random.nextInt(900, 1000);
                rest = Math.scalb(rest, exponent);
                peak = Math.scalb(peak, exponent);
            }
            Curve curve = random.nextInt(4) == 0
                    ? Curve.momentum(Math.min(rest, 0.5), Math.min(peak, 1))
                    : new Curve(rest, peak);
            int length = (int) Math.min(1 + random.nextInt(PowerSeries.LENGTH), stepSize);
            boolean up = random.nextBoolean();
            // From here the whole block is on one ramp of the first cycles.
            long onRamp = 1 + random.nextLong(stepSize - length + 1);
            long n = (random.nextInt(3) * 2L + (up ? 0 : 1)) * stepSize + onRamp;
            long steps = up ? onRamp : stepSize - onRamp;
            if (n > 10_000_000) {
                continue; // powers of that in arbitrary precision take too long
            }
            if (check(shape, curve, n, steps, up ? 1 : -1, length, floats, random)) {
                made++;
            }
        }
        assertTrue(made > BLOCKS / 3, made + " blocks");
    }

    /** Or there is no polynomial, where coefficients, which are far smaller than values, would lose bits to underflow. */
    @Test
    void enclosesTheRealValuesWhereCoefficientsUnderflow() {
        SplittableRandom random = new SplittableRandom(202615);
        Shape shape = new Shape(4000, 4000, Scaling.of(Mode.EXP_RANGE, 1 - 2.4e-7, ScaleMode.ITERATIONS));
        int made = 0;
        for (int exponent = -970; exponent < -700; exponent++) {
            Curve curve = new Curve(0, Math.scalb(1 + random.nextDouble(), exponent));
            if (check(shape, curve, 1, 1, 1, PowerSeries.LENGTH, false, random)) {
                made++;
            }
        }
        assertTrue(made > 50, made + " blocks");
    }

    private static boolean check(
            Shape shape,
            Curve curve,
            long n,
            long steps,
            int direction,
            int length,
            boolean floats,
            SplittableRandom random) {
        Tables tables = new Tables(shape);
        ScalingCursor scaling = new ScalingCursor(tables);
        Element element = new Element(tables, scaling, floats);
        element.setCurve(curve);
        scaling.moveTo(n);
        Scaled slope = new Scaled().set(element.slopeUp).multiply(scaling.value);
        BlockSetup setup = BlockSetup.of(floats);
        if (!setup.polynomial(element.rest, slope, steps, direction, length, tables.series(), false)) {
            return false;
        }
        PolynomialBlock p = setup.polynomial;
        BigDecimal rest = new BigDecimal(curve.rest());
        BigDecimal rise =
                new BigDecimal(curve.peak()).subtract(rest).divide(BigDecimal.valueOf(shape.stepSizeUp()), PRECISION);
        BigDecimal gamma = new BigDecimal(((Scaling.Geometric) shape.scaling()).ratio());
        BigDecimal first = gamma.pow((int) n, PRECISION);
        for (int j : new int[] {0, length - 1, random.nextInt(length)}) {
            BigDecimal real = rise.multiply(BigDecimal.valueOf(steps + (long) direction * j), PRECISION)
                    .multiply(first.multiply(gamma.pow(j, PRECISION), PRECISION), PRECISION)
                    .add(rest);
            double high = (p.high2 * j + p.high1) * j + p.high0;
            BigDecimal exactHigh = new BigDecimal(p.high2)
                    .multiply(BigDecimal.valueOf(j))
                    .add(new BigDecimal(p.high1))
                    .multiply(BigDecimal.valueOf(j))
                    .add(new BigDecimal(p.high0));
            assertEquals(0, exactHigh.compareTo(new BigDecimal(high)), "H is exact");
            double top = floats ? 0 : (p.low6 * j + p.low5) * j;
            double low = ((((top + p.low4) * j + p.low3) * j + p.low2) * j + p.low1) * j + p.low0;
            BigDecimal off =
                    real.subtract(exactHigh).subtract(new BigDecimal(low)).abs();
            String what = shape + ", " + curve + ", " + n + " + " + j + " of " + length + ": off by "
                    + off.doubleValue() + ", error " + p.error;
            assertTrue(off.compareTo(new BigDecimal(p.error)) <= 0, what);
            assertTrue(p.error <= Math.ulp(p.most) * (floats ? 0x1p6 : 0x1p-14), what);
            assertTrue(real.doubleValue() <= p.most, what);
        }
        return true;
    }
}
