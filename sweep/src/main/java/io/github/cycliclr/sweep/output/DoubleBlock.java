package io.github.cycliclr.sweep.output;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A block of doubles. */
final class DoubleBlock extends Block {
    private final double[] values;

    DoubleBlock(int capacity) {
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
