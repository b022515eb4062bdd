package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.WeightBlock;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The brackets of ramps, and of ramps with weights, enclose the real values, with one half of them left for the roundings of
 * kernels, and are as narrow as proofs need.
 */
class RampBlockTest {
    /** Of the real values, which are computed with errors of some 10<sup>-68</sup>. */
    private static final MathContext PRECISION = new MathContext(70);

    private static final int BLOCKS = 3000;

    /** As long as any that is set up. */
    private static final int LONGEST_RAMP = 1 << 14;

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void enclosesTheRealValues(boolean floats, boolean isWeighted) {
        SplittableRandom random = new SplittableRandom(202616);
        int made = 0;
        int exact = 0;
        for (int i = 0; i < BLOCKS; i++) {
            double distance = Math.pow(10, -random.nextDouble(2, 9));
            double gamma = random.nextInt(4) == 0 ? 1 + distance : 1 - distance;
            long stepSize = 1 + random.nextLong(1L << random.nextInt(5, 62));
            Shape shape = new Shape(stepSize, stepSize, Scaling.of(Mode.EXP_RANGE, gamma, ScaleMode.ITERATIONS));
            boolean isDyadic = i % 3 == 0; // where ties are, and there is no error
            double rest = isDyadic ? random.nextInt(64) / 64.0 : Math.pow(10, -random.nextDouble(6));
            double rise = isDyadic ? stepSize * 0x1p-50 : Math.pow(10, -random.nextDouble(5));
            int exponent = !isDyadic && i % 5 == 0 ? random.nextInt(-900, 900) : 0;
            Curve curve = random.nextBoolean()
                    ? new Curve(Math.scalb(rest, exponent), Math.scalb(rest + rise, exponent))
                    : Curve.momentum(Math.min(rest, 0.4), Math.min(1, 0.4 + rise / 2));
            int longest = isWeighted ? WeightTable.LENGTH : LONGEST_RAMP;
            int length = (int) Math.min(1 + random.nextInt(longest), stepSize);
            int direction = isWeighted && i % 7 == 0 ? 0 : random.nextBoolean() ? 1 : -1;
            long nearer = 1 + random.nextLong(stepSize - length + 1);
            long steps = direction >= 0 ? nearer : nearer + length - 1;
            Block block = new Block(shape, curve, steps, direction, length, floats, isWeighted);
            if (block.isMade()) {
                made++;
                exact += block.error() == 0 ? 1 : 0;
                block.check(random.nextInt(length));
            }
        }
        assertTrue(made > BLOCKS / 2, made + " blocks");
        assertTrue(isWeighted || exact > BLOCKS / 50, exact + " without an error");
    }

    /** A block that begins where the scaling is 1. */
    private static final class Block {
        private final Curve curve;
        private final int direction;
        private final long steps;
        private final int length;
        private final boolean floats;
        private final boolean isWeighted;
        private final BigDecimal slope;
        private final BigDecimal gamma;
        private final BlockSetup setup;
        private final double largestWeight;
        private final boolean isMade;

        Block(Shape shape, Curve curve, long steps, int direction, int length, boolean floats, boolean isWeighted) {
            this.curve = curve;
            this.direction = direction;
            this.steps = steps;
            this.length = length;
            this.floats = floats;
            this.isWeighted = isWeighted;
            slope = new BigDecimal(curve.peak())
                    .subtract(new BigDecimal(curve.rest()))
                    .divide(BigDecimal.valueOf(shape.stepSizeUp()), PRECISION);
            gamma = new BigDecimal(((Scaling.Geometric) shape.scaling()).ratio());
            Tables tables = new Tables(shape);
            Element element = new Element(tables, new ScalingCursor(tables), floats);
            element.setCurve(curve);
            boolean mayTurnNegative = gamma.compareTo(BigDecimal.ONE) > 0;
            setup = BlockSetup.of(floats);
            if (isWeighted) {
                WeightTable weights = tables.powerWeights();
                largestWeight = weights == null ? 0 : weights.largest();
                isMade = weights != null
                        && length <= weights.length()
                        && setup.weighted(
                                element.rest, element.slopeUp, steps, direction, length, weights, mayTurnNegative);
            } else {
                largestWeight = 1;
                Lattice lattice = new Lattice();
                Shape plain = new Shape(
                        shape.stepSizeUp(), shape.stepSizeDown(), Scaling.of(Mode.TRIANGULAR, 1, ScaleMode.CYCLE));
                ScalingCursor one = new ScalingCursor(new Tables(plain));
                one.moveTo(1);
                lattice.set(element, one, shape.stepSizeUp(), element.slopeUp);
                isMade = setup.ramp(element.rest, element.slopeUp, steps, direction, length, lattice, mayTurnNegative);
            }
        }

        boolean isMade() {
            return isMade && setup.lift() == 0;
        }

        double error() {
            return isWeighted ? setup.weighted.error : setup.ramp.error;
        }

        /** At either end and at j. */
        void check(int j) {
            for (int at : new int[] {0, length - 1, j}) {
                BigDecimal real = real(at);
                BigDecimal off =
                        real.subtract(isWeighted ? weighted(at) : ramp(at)).abs();
                assertTrue(
                        off.compareTo(new BigDecimal(error() / 2).add(real.abs().movePointLeft(65))) <= 0,
                        () -> curve + ", " + steps + " + " + direction + "·" + at + " of " + length + ": off by "
                                + off.doubleValue() + ", error " + error());
            }
            double most = Math.abs(curve.rest()) + Math.abs(curve.peak() - curve.rest()) * largestWeight;
            assertTrue(error() <= Math.ulp(most) * (floats ? 0x1p6 : 0x1p-12), () -> curve + ": error " + error());
        }

        private BigDecimal real(int j) {
            BigDecimal value = slope.multiply(BigDecimal.valueOf(steps + (long) direction * j), PRECISION);
            BigDecimal weight = isWeighted ? gamma.pow(j, PRECISION) : BigDecimal.ONE;
            return value.multiply(weight, PRECISION).add(new BigDecimal(curve.rest()));
        }

        private BigDecimal ramp(int j) {
            RampBlock b = setup.ramp;
            return floats
                    ? line(b.high, b.highStep, j - b.origin)
                    : line(b.high, b.highStep, j).add(line(b.low, b.lowStep, j));
        }

        private BigDecimal weighted(int j) {
            WeightBlock b = setup.weighted;
            BigDecimal rest = new BigDecimal(b.rest);
            if (floats) {
                BigDecimal weight = new BigDecimal(b.weights.whole()[j]);
                return line(b.high, b.highStep, j - b.origin).multiply(weight).add(rest);
            }
            BigDecimal weight = new BigDecimal(b.weights.high()[j])
                    .add(new BigDecimal(b.weights.low()[j]));
            BigDecimal ramp = line(b.high, b.highStep, j).add(line(b.low, b.lowStep, j));
            return ramp.multiply(weight).add(rest).add(new BigDecimal(b.restLow));
        }

        private static BigDecimal line(double start, double step, int j) {
            return new BigDecimal(step).multiply(BigDecimal.valueOf(j)).add(new BigDecimal(start));
        }
    }
}
