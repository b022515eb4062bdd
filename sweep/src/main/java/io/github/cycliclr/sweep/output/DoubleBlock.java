package io.github.cycliclr.sweep.output;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;

/** A block of doubles. */
final class DoubleBlock extends Block {
    private final double[] values;
    private final double[] strip = new double[STRIPE * STRIP];

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
    void putTransposed(ByteBuffer target, int at, int rows, int columns, int from, int count) {
        DoubleBuffer all = target.asDoubleBuffer();
        for (int begin = 0; begin < rows; begin += STRIP) {
            int height = Math.min(STRIP, rows - begin);
            int first = begin * columns + from;
            if (count == STRIPE) {
                gatherStripe(first, columns, height);
            } else {
                gather(first, columns, height, count);
            }
            for (int j = 0; j < count; j++) {
                all.put(at + j * rows + begin, strip, j * STRIP, height);
            }
        }
    }

    /** Puts some columns from an element on into the strip, one behind the other. */
    private void gather(int first, int columns, int height, int count) {
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < count; j++) {
                strip[j * STRIP + i] = values[first + i * columns + j];
            }
        }
    }

    /** The same for {@link #STRIPE} columns: written out, it takes half the time. */
    private void gatherStripe(int first, int columns, int height) {
        double[] from = values;
        double[] to = strip;
        for (int i = 0, at = first; i < height; i++, at += columns) {
            to[i] = from[at];
            to[STRIP + i] = from[at + 1];
            to[2 * STRIP + i] = from[at + 2];
            to[3 * STRIP + i] = from[at + 3];
            to[4 * STRIP + i] = from[at + 4];
            to[5 * STRIP + i] = from[at + 5];
            to[6 * STRIP + i] = from[at + 6];
            to[7 * STRIP + i] = from[at + 7];
        }
    }
}
