package io.github.cycliclr.sweep.output;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A block of floats. */
final class FloatBlock extends Block {
    private final float[] values;

    FloatBlock(int capacity) {
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
