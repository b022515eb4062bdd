package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.WeightBlock;
import io.github.cycliclr.schedule.Shape;

/** Sets up the block around an iteration for small fills to come. For one curve and type, and not for a caller's scaling. */
final class RecentSetup {
    /** How much of a ramp is set up at once; a power of two. */
    private static final long LONGEST = 4096;

    private final Tables tables;
    private final Shape shape;
    private final boolean growing;
    private final boolean fading;
    private final ScalingCursor scaling;
    private final Element element;
    private final boolean isFloats;
    private final BlockSetup block;
    private final Scaled slope = new Scaled();

    RecentSetup(Tables tables, ScalingCursor scaling, Element element, boolean isFloats) {
        this.tables = tables;
        this.scaling = scaling;
        this.element = element;
        this.isFloats = isFloats;
        shape = tables.shape();
        growing = tables.geometric().ratio() > 1;
        fading = tables.geometric().ratio() < 1;
        block = BlockSetup.of(isFloats);
    }

    /** Null where kernels cannot do it. */
    Recent around(long n) {
        long foot = n - n % shape.period();
        boolean byCycle = tables.isScaledByCycle();
        WeightTable tile = shape.period() <= WeightTable.LENGTH ? tables.tile() : null;
        WeightTable powers = tile != null || byCycle ? null : tables.powerWeights();
        if (tile == null && !byCycle && powers == null) {
            return null;
        }
        long at = powers != null && n == foot ? n + 1 : n; // whose block covers the foot before it
        scaling.moveTo(byCycle ? foot / shape.period() + 1 : tile != null ? foot : at);
        if (fading && element.isFlat()) {
            return new Recent(at, Shape.LAST_ITERATION, at, null, null, 0, element.rested());
        }
        return tile != null ? tile(foot, tile) : ramp(at, foot, powers);
    }

    /** Of whole cycles. */
    private Recent tile(long foot, WeightTable tile) {
        slope.setProduct(element.amplitude, scaling.value);
        boolean usable = block.weighted(element.rest, slope, 1, 0, tile.length(), tile, growing);
        return recent(usable, foot, foot + tile.length(), foot, shape.period());
    }

    /** With the powers, or with one scaling where they are null. */
    private Recent ramp(long n, long foot, WeightTable powers) {
        boolean up = n - foot <= shape.stepSizeUp();
        long begin = up ? foot : foot + shape.stepSizeUp();
        long stepSize = up ? shape.stepSizeUp() : shape.stepSizeDown();
        long end = up ? stepSize + 1 : stepSize; // the peak belongs to the ramp up
        long from = Math.max(1, powers == null ? n - begin & -LONGEST : n - begin);
        long longest = powers == null ? LONGEST : Math.min(powers.length(), WeightTable.blockLength(isFloats, false));
        int length = (int) Math.min(end - from, longest);
        if (length <= 0) {
            return null;
        }
        long steps = up ? from : stepSize - from;
        int direction = up ? 1 : -1;
        slope.setProduct(up ? element.slopeUp : element.slopeDown, scaling.value);
        boolean usable;
        if (powers == null) {
            Lattice lattice = new Lattice();
            lattice.set(element, scaling, stepSize, slope);
            usable = block.ramp(element.rest, slope, steps, direction, length, lattice, growing);
        } else {
            usable = block.weighted(element.rest, slope, steps, direction, length, powers, growing);
        }
        long first = begin + from;
        return recent(usable, up && from == 1 ? foot : first, first + length, first, 0);
    }

    private Recent recent(boolean usable, long first, long end, long blockFirst, long period) {
        if (!usable || block.lift() != 0) {
            return null;
        }
        RampBlock ramp = block.kind == BlockSetup.Kind.RAMP ? block.ramp : null;
        WeightBlock weights = block.kind == BlockSetup.Kind.WEIGHTED ? block.weighted : null;
        return new Recent(first, end, blockFirst, ramp, weights, period, element.rested());
    }
}
