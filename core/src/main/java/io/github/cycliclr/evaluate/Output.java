package io.github.cycliclr.evaluate;

import java.util.Arrays;

/** The array that a curve is written to: of doubles, or of floats, to which values are rounded already. */
final class Output {
    /** Of an array from this size on, in bytes, little is in the L2 cache when it is written, and loads wait behind stores. */
    private static final long LARGE = 1L << 23;

    /** And from this size on little is in any cache, were it written part by part. */
    private static final long BEYOND_CACHES = 1L << 25;

    private final boolean isFloats;
    private double[] doubles;
    private float[] floats;
    private long size;

    Output(boolean isFloats) {
        this.isFloats = isFloats;
    }

    /** Takes the array of the type; both are null where nothing is written. */
    void open(double[] toDoubles, float[] toFloats) {
        doubles = toDoubles;
        floats = toFloats;
        long elements = doubles != null ? doubles.length : floats != null ? floats.length : 0;
        size = elements * bytes();
    }

    /** Lets go of the array. */
    void close() {
        doubles = null;
        floats = null;
    }

    double[] doubles() {
        return doubles;
    }

    float[] floats() {
        return floats;
    }

    /** Of an element. */
    int bytes() {
        return isFloats ? Float.BYTES : Double.BYTES;
    }

    /** Of the array, in bytes. */
    long size() {
        return size;
    }

    boolean isLarge() {
        return size >= LARGE;
    }

    boolean isBeyondCaches() {
        return size >= BEYOND_CACHES;
    }

    void put(int at, double value) {
        if (isFloats) {
            floats[at] = (float) value;
        } else {
            doubles[at] = value;
        }
    }

    void constant(int at, int count, double value) {
        if (isFloats) {
            Arrays.fill(floats, at, at + count, (float) value);
        } else {
            Arrays.fill(doubles, at, at + count, value);
        }
    }

    /** To every {@code period}-th element from {@code at} up to {@code end}. */
    void every(long period, int at, int end, double value) {
        int step = (int) Math.min(period, Integer.MAX_VALUE);
        for (int j = at; j >= at && j < end; j += step) {
            put(j, value);
        }
    }

    /** A method by itself, which is called so often that it is compiled soon: interpreted, copies are slow, however long. */
    void copy(int from, int to, int count) {
        if (isFloats) { // of a known type: only then is the copy of the fast kind
            System.arraycopy(floats, from, floats, to, count);
        } else {
            System.arraycopy(doubles, from, doubles, to, count);
        }
    }
}
