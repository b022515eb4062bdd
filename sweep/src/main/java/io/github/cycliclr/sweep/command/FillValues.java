package io.github.cycliclr.sweep.command;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.NpyFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Computes and writes the values of one schedule block by block: memory does not grow with their number. */
final class FillValues {
    /** Rows of CSV in one block: few, so that the first lines of a long output appear at once. */
    private static final int CSV_ROWS = 1 << 12;

    private final BulkEvaluator evaluator;
    private final List<Curve> curves = new ArrayList<>();
    private final IterationOptions iterations;
    private final DType dtype;

    FillValues(Schedule schedule, IterationOptions iterations, DType dtype) {
        this.evaluator = BulkEvaluator.of(schedule.shape());
        this.curves.add(schedule.learningRate());
        schedule.momentum().ifPresent(curves::add);
        this.iterations = iterations;
        this.dtype = dtype;
    }

    /** The number of values: one for each iteration and curve. */
    long count() {
        return iterations.count() * curves.size();
    }

    /** @throws UsageException if the array is too large for any file */
    NpyFormat format() {
        long count = iterations.count();
        try {
            return new NpyFormat(dtype, curves.size() == 1 ? List.of(count) : List.of((long) curves.size(), count));
        } catch (ArithmeticException e) {
            throw new UsageException("--count is " + count + "; an npy file cannot hold as many values, give fewer");
        }
    }

    void writeNpy(OutputStream out, LongConsumer written) throws IOException {
        ByteBuffer header = format().header();
        out.write(header.array(), 0, header.remaining());
        long count = iterations.count();
        int size = (int) Math.min(Block.SIZE, count);
        Block block = new Block(dtype, size);
        byte[] bytes = new byte[size * dtype.bytes()];
        for (Curve curve : curves) {
            for (long first = 0; first < count; first += size) {
                int length = (int) Math.min(size, count - first);
                iterations.fill(block, evaluator, curve, first, length);
                block.bytes(length).get(bytes, 0, length * dtype.bytes());
                out.write(bytes, 0, length * dtype.bytes());
                written.accept(length);
            }
        }
    }

    void writeCsv(OutputStream out, LongConsumer written) throws IOException {
        long count = iterations.count();
        List<Block> blocks = curves.stream()
                .map(curve -> new Block(dtype, (int) Math.min(CSV_ROWS, count)))
                .toList();
        StringBuilder text = new StringBuilder("iteration,learning_rate");
        text.append(curves.size() == 1 ? "\n" : ",momentum\n");
        for (long first = 0; first < count; first += CSV_ROWS) {
            int length = (int) Math.min(CSV_ROWS, count - first);
            for (int i = 0; i < curves.size(); i++) {
                iterations.fill(blocks.get(i), evaluator, curves.get(i), first, length);
            }
            for (int row = 0; row < length; row++) {
                text.append(iterations.iteration(first + row));
                for (Block block : blocks) {
                    text.append(',').append(block.text(row));
                }
                text.append('\n');
            }
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
            text.setLength(0);
            written.accept((long) length * curves.size());
        }
    }
}
