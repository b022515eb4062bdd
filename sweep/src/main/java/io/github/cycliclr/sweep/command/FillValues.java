package io.github.cycliclr.sweep.command;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.NpyFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The values of one schedule, computed and written block by block: memory does not grow with their number. */
final class FillValues {
    /** Rows of CSV at a time: small, so that the first lines of a long output come at once. */
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

    /** Values in all: one an iteration and curve. */
    long count() {
        return iterations.count() * curves.size();
    }

    /** The array that a NumPy file of them holds. */
    NpyFormat format() {
        long count = iterations.count();
        return new NpyFormat(dtype, curves.size() == 1 ? List.of(count) : List.of((long) curves.size(), count));
    }

    /** Writes a NumPy file. */
    void writeNpy(OutputStream out, LongConsumer written) throws IOException {
        NpyFormat format = format();
        var channel = java.nio.channels.Channels.newChannel(out);
        channel.write(format.header());
        long count = iterations.count();
        Block block = new Block(dtype, (int) Math.min(Block.SIZE, count));
        for (int row = 0; row < curves.size(); row++) {
            for (long first = 0; first < count; first += Block.SIZE) {
                int length = (int) Math.min(Block.SIZE, count - first);
                iterations.fill(block, evaluator, curves.get(row), first, length);
                channel.write(block.bytes(length));
                written.accept(length);
            }
        }
    }

    /** Writes CSV with a header line. */
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
        out.flush();
    }
}
