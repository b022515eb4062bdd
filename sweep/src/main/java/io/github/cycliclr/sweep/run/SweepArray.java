package io.github.cycliclr.sweep.run;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.Layout;
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

    /**
     * The arrays that a sweep has: {@code learning_rate.npy}, {@code momentum.npy} where momentum cycles, and for a parameter
     * group beyond the first {@code learning_rate.GROUP.npy}, {@code momentum.GROUP.npy}.
     */
    public static List<SweepArray> of(Sweep sweep) {
        List<String> groups = sweep.configurations().specification().groupNames();
        List<SweepArray> arrays = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int group = i;
            String file = (groups.get(i).isEmpty() ? "" : "." + groups.get(i)) + ".npy";
            arrays.add(new SweepArray(
                    "learning_rate" + file,
                    sweep,
                    schedule ->
                            Optional.of(schedule.parameterGroups().get(group).learningRate())));
            if (sweep.hasMomentum()) {
                arrays.add(new SweepArray("momentum" + file, sweep, schedule -> schedule.parameterGroups()
                        .get(group)
                        .momentum()));
            }
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
            byIteration(tile, block, sink);
        }
    }

    private void byIteration(Tile tile, Block block, Sink sink) throws IOException {
        boolean contiguous = tile.rows() == sweep.configurations().count();
        int size = tile.rows() * sweep.dtype().bytes();
        int most = Math.max(1, Block.SIZE / tile.rows());
        for (int i = 0; i < tile.iterations(); i += most) {
            int count = Math.min(most, tile.iterations() - i);
            ByteBuffer bytes = block.transposedBytes(tile.rows(), tile.iterations(), i, count);
            int run = contiguous ? count : 1;
            for (int j = 0; j < count; j += run) {
                sink.accept(
                        bytes.limit((j + run) * size).position(j * size),
                        position(tile.firstRow(), tile.firstIteration() + i + j));
            }
        }
    }

    private long position(int row, long iteration) {
        return sweep.format().position(sweep.element(row, iteration));
    }
}
