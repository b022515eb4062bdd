package io.github.cycliclr.sweep.output;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A block of values of one type, between their evaluation and their file; for one thread at a time. */
public abstract sealed class Block {
    /** How many values a block should hold: 512 KiB or 1 MiB, which fits the second-level cache. */
    public static final int SIZE = 1 << 17;

    private final ByteBuffer bytes;

    private Block(int capacity, DType dtype) {
        bytes = ByteBuffer.allocateDirect(capacity * dtype.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An empty block. */
    public static Block of(DType dtype, int capacity) {
        return dtype == DType.FLOAT32 ? new Floats(capacity) : new Doubles(capacity);
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

    private static final class Doubles extends Block {
        private final double[] values;

        Doubles(int capacity) {
            super(capacity, DType.FLOAT64);
            values = new double[capacity];
        }

        @Override
        public void fill(Evaluator evaluator, Curve curve, long first, int offset, int length) {
            evaluator.fill(curve, first, values, offset, length);
        }

        @Override
        public void set(Evaluator evaluator, Curve curve, long iteration, int index) {
            values[index] = evaluator.valueAt(curve, iteration);
        }

        @Override
        public void fillNaN(int offset, int length) {
            Arrays.fill(values, offset, offset + length, Double.NaN);
        }

        @Override
        public String text(int index) {
            return Double.toString(values[index]);
        }

        @Override
        int elementSize() {
            return Double.BYTES;
        }

        @Override
        void put(ByteBuffer target, int length) {
            target.asDoubleBuffer().put(values, 0, length);
        }

        @Override
        void putTransposed(ByteBuffer target, int rows, int columns) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    target.putDouble((column * rows + row) * Double.BYTES, values[row * columns + column]);
                }
            }
        }
    }

    private static final class Floats extends Block {
        private final float[] values;

        Floats(int capacity) {
            super(capacity, DType.FLOAT32);
            values = new float[capacity];
        }

        @Override
        public void fill(Evaluator evaluator, Curve curve, long first, int offset, int length) {
            evaluator.fill(curve, first, values, offset, length);
        }

        @Override
        public void set(Evaluator evaluator, Curve curve, long iteration, int index) {
            values[index] = evaluator.floatValueAt(curve, iteration);
        }

        @Override
        public void fillNaN(int offset, int length) {
            Arrays.fill(values, offset, offset + length, Float.NaN);
        }

        @Override
        public String text(int index) {
            return Float.toString(values[index]);
        }

        @Override
        int elementSize() {
            return Float.BYTES;
        }

        @Override
        void put(ByteBuffer target, int length) {
            target.asFloatBuffer().put(values, 0, length);
        }

        @Override
        void putTransposed(ByteBuffer target, int rows, int columns) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    target.putFloat((column * rows + row) * Float.BYTES, values[row * columns + column]);
                }
            }
        }
    }
}
