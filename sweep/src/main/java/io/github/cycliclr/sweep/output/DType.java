package io.github.cycliclr.sweep.output;

import java.util.Locale;

/** The type of the elements of an array, by its NumPy name. */
public enum DType {
    FLOAT32("<f4", Float.BYTES),
    FLOAT64("<f8", Double.BYTES);

    private final String descr;
    private final int bytes;

    DType(String descr, int bytes) {
        this.descr = descr;
        this.bytes = bytes;
    }

    /** What the header of a NumPy file calls it; little-endian. */
    public String descr() {
        return descr;
    }

    /** Bytes an element. */
    public int bytes() {
        return bytes;
    }

    /** {@code float32} or {@code float64}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
