package io.github.cycliclr.sweep.run;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.SweepDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of the arrays of a sweep; its tiles can be evaluated in any order, by several threads at once.
 *
 * @param name of its file
 * @param curve the curve of a configuration; where there is none its values are NaN
 */
public record SweepArray(String name, Sweep sweep, Function<Schedule, Optional<Curve>> curve) {
    /** What is done with a run of bytes that belongs at a position of the file; by several threads at once. */
    @FunctionalInterface
    public interface Sink {
        /** Takes all remaining bytes. */
        void accept(ByteBuffer bytes, long position) throws IOException;
    }

    /** The arrays that a sweep has. */
    public static List<SweepArray> of(Sweep sweep) {
        List<SweepArray> arrays = new ArrayList<>();
        arrays.add(
                new SweepArray(SweepDirectory.LEARNING_RATE, sweep, schedule -> Optional.of(schedule.learningRate())));
        if (sweep.hasMomentum()) {
            arrays.add(new SweepArray(SweepDirectory.MOMENTUM, sweep, Schedule::momentum));
        }
        return arrays;
    }

    /** Evaluates a tile into the block, and gives its bytes to the sink. */
    void evaluate(Tile tile, Block block, Sink sink) throws IOException {
        for (int i = 0; i < tile.rows(); i++) {
            int row = tile.firstRow() + i;
            int offset = i * tile.iterations();
            Optional<Curve> present = curve.apply(tile.band().schedule(row));
            if (present.isPresent()) {
                var evaluator = tile.band().evaluator(row);
                block.fill(evaluator, present.get(), tile.firstIteration(), offset, tile.iterations());
            } else {
                block.fillNaN(offset, tile.iterations());
            }
        }
        if (sweep.layout() == Layout.CONFIG_MAJOR) {
            // A tile of several rows has whole rows, so that it is contiguous in the file too.
            sink.accept(block.bytes(tile.size()), position(tile.firstRow(), tile.firstIteration()));
        } else {
            byIteration(tile, block.transposedBytes(tile.rows(), tile.iterations()), sink);
        }
    }

    private void byIteration(Tile tile, ByteBuffer bytes, Sink sink) throws IOException {
        boolean contiguous = tile.rows() == sweep.configurations().count();
        int run = (contiguous ? tile.size() : tile.rows()) * sweep.dtype().bytes();
        int end = bytes.limit();
        long position = position(tile.firstRow(), tile.firstIteration());
        for (int at = 0; at < end; at += run) {
            sink.accept(bytes.limit(at + run).position(at), position);
            position += (long) sweep.configurations().count() * sweep.dtype().bytes();
        }
    }

    private long position(int row, long iteration) {
        return sweep.format().position(sweep.element(row, iteration));
    }
}
