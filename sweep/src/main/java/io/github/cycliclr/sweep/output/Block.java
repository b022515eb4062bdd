package io.github.cycliclr.sweep.output;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A block of values of one type, between their evaluation and their file; for one thread at a time. */
public abstract sealed class Block permits FloatBlock, DoubleBlock {
    /** How many values a block should hold: 512 KiB or 1 MiB, which fits the second-level cache. */
    public static final int SIZE = 1 << 17;

    private final ByteBuffer bytes;

    Block(int capacity, DType dtype) {
        bytes = ByteBuffer.allocateDirect(capacity * dtype.bytes()).order(ByteOrder.LITTLE_ENDIAN);
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

    /** The bytes of the first elements, in order; valid until the next call. */
    public final ByteBuffer bytes(int length) {
        bytes.clear();
        put(bytes, length);
        return bytes.limit(length * elementSize());
    }

    /** The bytes of the first rows · columns elements, column by column; valid until the next call. */
    public final ByteBuffer transposedBytes(int rows, int columns) {
        bytes.clear();
        putTransposed(bytes, rows, columns);
        return bytes.limit(rows * columns * elementSize());
    }

    abstract int elementSize();

    abstract void put(ByteBuffer target, int length);

    abstract void putTransposed(ByteBuffer target, int rows, int columns);
}
