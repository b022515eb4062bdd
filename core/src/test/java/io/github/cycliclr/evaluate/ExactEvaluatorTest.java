package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.contract.HardCases;
import io.github.cycliclr.contract.HardCases.Case;
import io.github.cycliclr.contract.HardCases.Kind;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judge is judged by Commons Math: by its fractions where a power is short, by its decimals where it is not. */
class ExactEvaluatorTest {
    @ParameterizedTest
    @EnumSource
    void isTheNearestNumberToTheFraction(Kind kind) {
        HardCases cases = new HardCases(20265);
        for (int i = 0; i < 1000; i++) {
            Case next = cases.next(kind, 1);
            long n = next.first() % 130; // more makes fractions too long to reduce
            BigFraction value = fraction(next.shape(), next.curve(), n);
            ExactEvaluator exact = new ExactEvaluator(next.shape());
            double d = exact.valueAt(next.curve(), n);
            if (Double.isFinite(d)) {
                assertNearest(value, Math.nextDown(d), d, Math.nextUp(d), Double.doubleToLongBits(d) & 1, next, n);
            } else {
                assertTrue(value.abs().compareTo(OVERFLOW_DOUBLE) >= 0, next::toString);
            }
            float f = exact.floatValueAt(next.curve(), n);
            if (Float.isFinite(f)) {
                assertNearest(value, Math.nextDown(f), f, Math.nextUp(f), Float.floatToIntBits(f) & 1, next, n);
            } else {
                assertTrue(value.abs().compareTo(OVERFLOW_FLOAT) >= 0, next::toString);
            }
        }
    }

    @Test
    void refusesWhatIsNoIteration() {
        ExactEvaluator exact = new ExactEvaluator(new Shape(1, 1, Scaling.of(Mode.EXP_RANGE, 0.9, null)));
        for (long x : new long[] {-1, Shape.LAST_ITERATION + 1}) {
            assertThrows(IllegalArgumentException.class, () -> exact.scalingAt(x));
            assertThrows(IllegalArgumentException.class, () -> exact.floatScalingAt(x));
            assertThrows(IllegalArgumentException.class, () -> exact.valueAt(Curve.SHAPE, x));
        }
    }

    private static final BigFraction OVERFLOW_DOUBLE = // half an ulp above the largest
            new BigFraction(BigInteger.ONE.shiftLeft(1024).subtract(BigInteger.ONE.shiftLeft(970)));
    private static final BigFraction OVERFLOW_FLOAT =
            new BigFraction(BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE.shiftLeft(103)));

    private static void assertNearest(
            BigFraction value, double below, double d, double above, long odd, Case of, long n) {
        BigFraction x = fraction(d);
        BigFraction toValue = value.subtract(x).abs();
        for (double neighbour : new double[] {below, above}) {
            BigFraction y = Double.isInfinite(neighbour)
                    ? fraction(d).multiply(2).subtract(fraction(neighbour > 0 ? below : above))
                    : fraction(neighbour);
            int nearer = toValue.compareTo(value.subtract(y).abs());
            assertTrue(nearer < 0 || nearer == 0 && odd == 0, () -> d + " at " + n + " of " + of);
        }
    }

    /** BigFraction's own conversion makes subnormal numbers half as large as they are. */
    private static BigFraction fraction(double d) {
        BigDecimal decimal = new BigDecimal(d);
        return new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(Math.max(0, decimal.scale())))
                .multiply(BigInteger.TEN.pow(Math.max(0, -decimal.scale())));
    }

    private static BigFraction fraction(Shape shape, Curve curve, long n) {
        long period = shape.period();
        long r = n % period;
        BigFraction f = r <= shape.stepSizeUp()
                ? new BigFraction(BigInteger.valueOf(r), BigInteger.valueOf(shape.stepSizeUp()))
                : new BigFraction(BigInteger.valueOf(period - r), BigInteger.valueOf(shape.stepSizeDown()));
        long x = shape.scaling().counts() == ScaleMode.CYCLE ? n / period + 1 : n;
        BigFraction rest = fraction(curve.rest());
        if (f.equals(BigFraction.ZERO)) {
            return rest;
        }
        BigFraction k;
        if (shape.scaling() instanceof Scaling.Geometric g) {
            BigFraction ratio = fraction(g.ratio());
            k = new BigFraction(
                            ratio.getNumerator().pow((int) x),
                            ratio.getDenominator().pow((int) x))
                    .multiply(fraction(g.factor()));
        } else {
            k = fraction(((Scaling.Custom) shape.scaling()).at(x));
        }
        return rest.add(fraction(curve.peak()).subtract(rest).multiply(f).multiply(k));
    }

    @Test
    void agreesWithDecimalsOnLongPowers() {
        DfpField field = new DfpField(90);
        SplittableRandom random = new SplittableRandom(20266);
        for (int i = 0; i < 300; i++) {
            long n = 1 + random.nextLong(1L << random.nextInt(20, 60));
            double gamma = 1 - random.nextDouble(100) / n;
            Shape shape = new Shape(
                    1 + random.nextInt(100_000), 1 + random.nextInt(100_000), Scaling.of(Mode.EXP_RANGE, gamma, null));
            Curve curve = random.nextBoolean() ? new Curve(0, 1e-2) : Curve.momentum(0.85, 0.95);
            long r = n % shape.period();
            boolean up = r <= shape.stepSizeUp();
            Dfp k = DfpMath.exp(DfpMath.log(field.newDfp(gamma)).multiply(field.newDfp(n)));
            Dfp f = field.newDfp(up ? r : shape.period() - r)
                    .divide(field.newDfp(up ? shape.stepSizeUp() : shape.stepSizeDown()));
            Dfp rest = field.newDfp(curve.rest());
            Dfp value = rest.add(
                    field.newDfp(curve.peak()).subtract(rest).multiply(f).multiply(k));
            double d = new ExactEvaluator(shape).valueAt(curve, n);
            Dfp off = value.subtract(field.newDfp(d)).abs();
            Dfp halfUlp = field.newDfp(Math.ulp(d) / 2).multiply(field.newDfp(1 + 1e-10));
            assertTrue(off.lessThan(halfUlp), () -> d + " is not " + value + " at " + n + " of " + shape);
        }
    }

    @Test
    void settlesTies() {
        // 0.25 + r/16384: between two floats in the twelfth cycle, where the amplitude is 2^-13, for every odd r.
        Shape shape = new Shape(4096, 4096, Scaling.of(Mode.TRIANGULAR2, 1, null));
        Curve curve = new Curve(0.25, 0.5);
        ExactEvaluator exact = new ExactEvaluator(shape);
        long foot = 12 * shape.period();
        for (int r = 0; r <= 4096; r++) {
            long units = r + (r & 1) * ((r & 2) - 1); // of half an ulp, rounded to an even number of ulps
            float expected = 0.25f + units * 0x1p-26f;
            assertEquals(expected, exact.floatValueAt(curve, foot + r), "r = " + r);
        }
    }
}
