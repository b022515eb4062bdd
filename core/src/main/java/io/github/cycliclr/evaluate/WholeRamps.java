package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.RampBlock;
import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;

/** Where k = 1, all cycles are alike: a block for the whole ramp up, and one for the whole ramp down. */
final class WholeRamps implements Anywhere {
    /** Ramps of so many steps have no block. */
    private static final long TOO_LONG = 1 << 30;

    /** Iterations from 2 to this power on are left to others: one comparison for both ends of the range. */
    private static final int FAR = 61;

    private final long period;
    private final long perPeriod;
    private final int stepSizeUp;
    private final int stepSizeDown;

    /** Up and down. */
    private final RampBlock[] blocks;

    private WholeRamps(Shape shape, RampBlock... blocks) {
        period = shape.period();
        perPeriod = Cycles.perPeriod(period);
        stepSizeUp = (int) shape.stepSizeUp();
        stepSizeDown = (int) shape.stepSizeDown();
        this.blocks = blocks;
    }

    /** Null where kernels cannot do it. */
    static WholeRamps of(Tables tables, Curve curve, boolean floats) {
        Shape shape = tables.shape();
        if (Math.max(shape.stepSizeUp(), shape.stepSizeDown()) >= TOO_LONG) {
            return null;
        }
        ScalingCursor scaling = new ScalingCursor(tables);
        scaling.moveTo(1);
        Element element = new Element(tables, scaling, floats);
        element.setCurve(curve);
        RampBlock up = block(element, scaling, element.slopeUp, (int) shape.stepSizeUp(), true, floats);
        RampBlock down = block(element, scaling, element.slopeDown, (int) shape.stepSizeDown(), false, floats);
        return up == null || down == null ? null : new WholeRamps(shape, up, down);
    }

    private static RampBlock block(
            Element element, ScalingCursor scaling, Scaled slope, int stepSize, boolean up, boolean floats) {
        Lattice lattice = new Lattice();
        lattice.set(element, scaling, stepSize, slope);
        BlockSetup setup = BlockSetup.of(floats);
        boolean usable = setup.ramp(element.rest, slope, up ? 0 : stepSize, up ? 1 : -1, stepSize + 1, lattice, false);
        return usable && setup.lift() == 0 ? setup.ramp : null;
    }

    @Override
    public boolean fill(long first, double[] doubles, float[] floats, int offset, int length) {
        if (first >>> FAR != 0) {
            return false;
        }
        int position = (int) Cycles.position(first, period, perPeriod);
        // 0 or -1: a branch would be mispredicted as often as not, and of choices the compiler makes branches now and
        // then.
        int down = stepSizeUp - position >> 31;
        RampBlock block = blocks[-down];
        int j = position - (down & stepSizeUp);
        if (length == 1) {
            return doubles != null
                    ? ScalarKernels.step(block, doubles, offset - j, j)
                    : ScalarKernels.step(block, floats, offset - j, j);
        }
        if (length > period) {
            return fill(first, doubles, floats, offset, (int) period)
                    && repeat(doubles != null ? doubles : floats, offset, length);
        }
        int count = Math.min(length, stepSizeUp + 1 - position + (down & stepSizeDown - 1));
        int proven = doubles != null
                ? ScalarKernels.INSTANCE.ramp(block, doubles, offset - j, j, j + count)
                : ScalarKernels.INSTANCE.ramp(block, floats, offset - j, j, j + count);
        return proven == j + count
                && (count == length || fill(first + count, doubles, floats, offset + count, length - count));
    }

    /** Copies the period that has been written. */
    private boolean repeat(Object out, int offset, int length) {
        for (int done = (int) period; done < length; done *= 2) {
            System.arraycopy(out, offset, out, offset + done, Math.min(done, length - done));
        }
        return true;
    }
}
