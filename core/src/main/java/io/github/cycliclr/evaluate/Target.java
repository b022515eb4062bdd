package io.github.cycliclr.evaluate;

import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.schedule.Curve;
import java.util.Arrays;

/**
 * Where a fill writes, an array of doubles or of floats, and the ways to write there: by kernels, whose unproven elements
 * are settled, element by element, or a constant.
 */
final class Target {
    final Element element;
    final BlockSetup setup;

    private final Kernels kernels;
    private double[] doubles;
    private float[] floats;
    private boolean ofScaling;

    /** @param floats whether it is for arrays of floats */
    Target(Tables tables, Kernels kernels, boolean floats) {
        this.kernels = kernels;
        element = new Element(tables, floats);
        setup = new BlockSetup(floats);
    }

    /** Begins with one of the arrays, the other is null. */
    void open(Curve curve, double[] toDoubles, float[] toFloats, boolean scalingOnly) {
        element.setCurve(curve);
        doubles = toDoubles;
        floats = toFloats;
        ofScaling = scalingOnly;
    }

    /** Lets go of the array. */
    void close() {
        doubles = null;
        floats = null;
    }

    int bytesOfElement() {
        return doubles != null ? Double.BYTES : Float.BYTES;
    }

    void put(int at, double value) {
        if (doubles != null) {
            doubles[at] = value;
        } else {
            floats[at] = (float) value;
        }
    }

    void constant(int at, int count, double value) {
        if (doubles != null) {
            Arrays.fill(doubles, at, at + count, value);
        } else {
            Arrays.fill(floats, at, at + count, (float) value);
        }
    }

    /** One by one, from iteration n (or the scaling's argument n). */
    void elements(int at, long n, int count) {
        for (int j = 0; j < count; j++) {
            put(at + j, ofScaling ? element.scalingAt(n + j) : element.at(n + j));
        }
    }

    /** By the ramp kernel, as the block has been set up. */
    void ramp(int at, long n, int count) {
        boolean proven = doubles != null
                ? kernels.ramp(setup.block, doubles, at, count)
                : kernels.ramp(setup.block, floats, at, count);
        settle(at, n, count, proven);
    }

    /** By the product kernel, as the block has been set up. */
    void product(int at, long n, int count, int weightFrom) {
        setup.block.weightFrom = weightFrom;
        boolean proven = doubles != null
                ? kernels.product(setup.block, doubles, at, count)
                : kernels.product(setup.block, floats, at, count);
        settle(at, n, count, proven);
    }

    private void settle(int at, long n, int count, boolean proven) {
        for (int j = 0; !proven && j < count; j++) {
            if (doubles != null ? Double.isNaN(doubles[at + j]) : Float.isNaN(floats[at + j])) {
                elements(at + j, n + j, 1);
            }
        }
    }

    /** Repeats the period that stands at {@code at} up to {@code length} elements, by copies up to a length. */
    void repeat(int at, int period, int length, int longestCopy) {
        Object array = doubles != null ? doubles : floats;
        for (int done = period; done < length; ) {
            int count = Math.min(Math.min(done, longestCopy), length - done);
            System.arraycopy(array, at, array, at + done, count);
            done += count;
        }
    }
}
