package io.github.cycliclr.sweep.output;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A buffer of values between their evaluation and their file. Not thread-safe. */
public final class Block {
    /** Values that are best written at once: 512 KiB or 1 MiB, which fits the second-level cache. */
    public static final int SIZE = 1 << 17;

    /** Columns transposed together: one cache line of doubles, half of one of floats. */
    private static final int STRIPE = 8;

    /** Rows transposed together; not a power of two, or the columns would compete for the same cache sets. */
    private static final int STRIP = 250;

    private final DType dtype;
    private final ByteBuffer bytes;

    /** The values of the one or the other type; a stripe longer, see {@link #gather}. */
    private final float[] floats;

    private final double[] doubles;

    private final float[] floatStrip = new float[STRIPE * STRIP];
    private final double[] doubleStrip = new double[STRIPE * STRIP];

    /** A block of zeros. */
    public Block(DType dtype, int capacity) {
        this.dtype = dtype;
        boolean single = dtype == DType.FLOAT32;
        floats = new float[single ? capacity + STRIPE : 0];
        doubles = new double[single ? 0 : capacity + STRIPE];
        bytes = ByteBuffer.allocateDirect(Math.min(capacity, SIZE) * dtype.bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Evaluates iterations [first, first + length) into the elements from offset on. */
    public void fill(Evaluator evaluator, Curve curve, long first, int offset, int length) {
        if (dtype == DType.FLOAT32) {
            evaluator.fill(curve, first, floats, offset, length);
        } else {
            evaluator.fill(curve, first, doubles, offset, length);
        }
    }

    /** Writes NaN to the elements from offset on. */
    public void fillNaN(int offset, int length) {
        if (dtype == DType.FLOAT32) {
            Arrays.fill(floats, offset, offset + length, Float.NaN);
        } else {
            Arrays.fill(doubles, offset, offset + length, Double.NaN);
        }
    }

    /** A decimal form of an element that reads back to the same value. */
    public String text(int index) {
        return dtype == DType.FLOAT32 ? Float.toString(floats[index]) : Double.toString(doubles[index]);
    }

    /** The bytes of the first elements, at most {@link #SIZE}, in order; valid until the next call. */
    public ByteBuffer bytes(int length) {
        bytes.clear().limit(length * dtype.bytes());
        if (dtype == DType.FLOAT32) {
            bytes.asFloatBuffer().put(floats, 0, length);
        } else {
            bytes.asDoubleBuffer().put(doubles, 0, length);
        }
        return bytes;
    }

    /**
     * The bytes of some columns of a row-major table, column by column; valid until the next call.
     *
     * @param rows of the table, which starts at the first element
     * @param columns of the table
     * @param from the first column
     * @param count columns, of at most {@link #SIZE} elements together
     */
    public ByteBuffer transposedBytes(int rows, int columns, int from, int count) {
        bytes.clear();
        for (int column = 0; column < count; column += STRIPE) {
            for (int row = 0; row < rows; row += STRIP) {
                int height = Math.min(STRIP, rows - row);
                gather(row * columns + from + column, columns, height);
                for (int j = 0; j < Math.min(STRIPE, count - column); j++) {
                    int at = (column + j) * rows + row;
                    if (dtype == DType.FLOAT32) {
                        bytes.asFloatBuffer().put(at, floatStrip, j * STRIP, height);
                    } else {
                        bytes.asDoubleBuffer().put(at, doubleStrip, j * STRIP, height);
                    }
                }
            }
        }
        return bytes.limit(count * rows * dtype.bytes());
    }

    /** Transposes a stripe of columns that starts at an element; a stripe wider than its table is no harm. */
    private void gather(int first, int columns, int height) {
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < STRIPE; j++) { // a constant number, so that the loop is unrolled
                if (dtype == DType.FLOAT32) {
                    floatStrip[j * STRIP + i] = floats[first + i * columns + j];
                } else {
                    doubleStrip[j * STRIP + i] = doubles[first + i * columns + j];
                }
            }
        }
    }
}
