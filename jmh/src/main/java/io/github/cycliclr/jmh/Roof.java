package io.github.cycliclr.jmh;

import java.util.Arrays;

/**
 * Writes one value to every element: nothing that writes them all is expected to be much faster. The value must not be 0,
 * of which some machines write two and a half times as much to memory in the same time.
 */
interface Roof extends Filler {
    /** The double that memset writes, eight times the same byte. */
    double MEMSET = Double.longBitsToDouble(0x3f3f3f3f_3f3f3f3fL);

    double value();

    @Override
    default void check(double[] out) {
        requireAll(value(), out);
    }

    @Override
    default void check(float[] out) {
        for (float each : out) {
            require(each == (float) value());
        }
    }

    /** @throws IllegalStateException if an element has another value */
    static void requireAll(double value, double[] out) {
        for (double each : out) {
            require(each == value);
        }
    }

    private static void require(boolean written) {
        if (!written) {
            throw new IllegalStateException("wrong value, not to be timed: an element has not been written");
        }
    }

    /** {@link Arrays#fill(double[], double)}. */
    record ArraysFill(double value) implements Roof {
        @Override
        public String description() {
            return "java.util.Arrays.fill";
        }

        @Override
        public void fill(double[] out) {
            Arrays.fill(out, value);
        }

        @Override
        public void fill(float[] out) {
            Arrays.fill(out, (float) value);
        }
    }

    /** {@link System#arraycopy} from another array of the same size, which is made at the first fill. */
    final class ArrayCopy implements Roof {
        private final double value;
        private double[] doubles = {};
        private float[] floats = {};

        ArrayCopy(double value) {
            this.value = value;
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public String description() {
            return "java.lang.System.arraycopy";
        }

        @Override
        public void fill(double[] out) {
            if (doubles.length != out.length) {
                doubles = new double[out.length];
                Arrays.fill(doubles, value);
            }
            System.arraycopy(doubles, 0, out, 0, out.length);
        }

        @Override
        public void fill(float[] out) {
            if (floats.length != out.length) {
                floats = new float[out.length];
                Arrays.fill(floats, (float) value);
            }
            System.arraycopy(floats, 0, out, 0, out.length);
        }
    }
}
