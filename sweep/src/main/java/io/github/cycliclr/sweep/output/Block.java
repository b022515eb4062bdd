package io.github.cycliclr.sweep.output;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A block of values of one type, between their evaluation and their file; for one thread at a time. */
public abstract sealed class Block permits FloatBlock, DoubleBlock {
    /** How many values are best written at once: 512 KiB or 1 MiB, which fits the second-level cache. */
    public static final int SIZE = 1 << 17;

    /** Columns that are transposed together: a cache line of doubles, and half of one of floats. */
    static final int STRIPE = 8;

    /** Rows that are transposed together; no power of two, lest columns share the lines of a cache. */
    static final int STRIP = 250;

    private final ByteBuffer bytes;

    Block(int capacity, DType dtype) {
        bytes = ByteBuffer.allocateDirect(Math.min(capacity, SIZE) * dtype.bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An empty block. */
    public static Block of(DType dtype, int capacity) {
        return dtype == DType.FLOAT32 ? new FloatBlock(capacity) : new DoubleBlock(capacity);
    }

    /** Evaluates iterations [first, first + length) into the elements from offset on. */
    public abstract void fill(Evaluator evaluator, Curve curve, long first, int offset, int length);

    /** Evaluates one iteration into one element. */
    public abstract void set(Evaluator evaluator, Curve curve, long iteration, int index);

    /** Writes NaN to the elements from offset on. */
    public abstract void fillNaN(int offset, int length);

    /** A decimal form of an element that reads back to the same value. */
    public abstract String text(int index);

    /** The bytes of the first elements, at most {@link #SIZE}, in order; valid until the next call. */
    public final ByteBuffer bytes(int length) {
        put(bytes.clear(), length);
        return bytes.limit(length * elementSize());
    }

    /**
     * The bytes of some columns of a table, column by column; valid until the next call.
     *
     * @param rows of the table, which stand one behind the other from the first element on
     * @param columns of the table
     * @param from the first column
     * @param count so many columns, of at most {@link #SIZE} elements
     */
    public final ByteBuffer transposedBytes(int rows, int columns, int from, int count) {
        bytes.clear();
        for (int done = 0; done < count; done += STRIPE) {
            putTransposed(bytes, done * rows, rows, columns, from + done, Math.min(STRIPE, count - done));
        }
        return bytes.limit(count * rows * elementSize());
    }

    abstract int elementSize();

    abstract void put(ByteBuffer target, int length);

    /** Puts a few columns, at most {@link #STRIPE}, from an element of the target on. */
    abstract void putTransposed(ByteBuffer target, int at, int rows, int columns, int from, int count);
}
