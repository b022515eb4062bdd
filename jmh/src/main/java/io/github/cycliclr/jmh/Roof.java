package io.github.cycliclr.jmh;

import java.util.Arrays;

/**
 * Fills with one value, which bound the throughput of any fill. The value must not be 0: some processors write zeros to memory
 * two and a half times as fast as other values.
 */
final class Roof {
    /** The double whose bytes are all 0x3f, the byte that the peer memset writes. */
    static final double MEMSET = Double.longBitsToDouble(0x3f3f3f3f_3f3f3f3fL);

    private Roof() {}

    static Filler arraysFill(double value, Output output) {
        return new LocalFiller("java.util.Arrays.fill", output, () -> output.fill(value), () -> check(value, output));
    }

    /** Copies from another array. Both have their types at compile time, as in a caller's code. */
    static Filler arraycopy(double value, Output output) {
        Runnable copy;
        if (output.array() instanceof double[] doubles) {
            double[] source = new double[doubles.length];
            Arrays.fill(source, value);
            copy = () -> System.arraycopy(source, 0, doubles, 0, source.length);
        } else {
            float[] floats = (float[]) output.array();
            float[] source = new float[floats.length];
            Arrays.fill(source, (float) value);
            copy = () -> System.arraycopy(source, 0, floats, 0, source.length);
        }
        return new LocalFiller("java.lang.System.arraycopy", output, copy, () -> check(value, output));
    }

    /** @throws IllegalStateException if an element has another value */
    static void check(double value, Output output) {
        double expected = output.isFloat() ? (float) value : value;
        for (int i = 0; i < output.length(); i++) {
            if (output.get(i) != expected) {
                throw new IllegalStateException("wrong value, not to be timed: element " + i + " is " + output.get(i)
                        + "; it must be " + expected);
            }
        }
    }
}
