package io.github.cycliclr.sweep.output;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** A block of floats. */
final class FloatBlock extends Block {
    private final float[] values;
    private final float[] strip = new float[STRIPE * STRIP];

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
    void putTransposed(ByteBuffer target, int at, int rows, int columns, int from, int count) {
        FloatBuffer all = target.asFloatBuffer();
        for (int begin = 0; begin < rows; begin += STRIP) {
            int height = Math.min(STRIP, rows - begin);
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < count; j++) {
                    strip[j * STRIP + i] = values[(begin + i) * columns + from + j];
                }
            }
            for (int j = 0; j < count; j++) {
                all.put(at + j * rows + begin, strip, j * STRIP, height);
            }
        }
    }
}
