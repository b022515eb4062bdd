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
 * One of the arrays of a sweep. Its tiles can be evaluated in any order, by several threads at once.
 *
 * @param name of its file
 * @param curve the curve of a configuration; without one, its values are NaN
 */
public record SweepArray(String name, Sweep sweep, Function<Schedule, Optional<Curve>> curve) {
    /** Receives the bytes of tiles; thread-safe. */
    @FunctionalInterface
    public interface Sink {
        /** Takes all remaining bytes, which belong at a position of the file. */
        void accept(ByteBuffer bytes, long position) throws IOException;
    }

    /**
     * The arrays of a sweep: {@code learning_rate.npy}, {@code momentum.npy} where momentum cycles, and for each further
     * parameter group {@code learning_rate.GROUP.npy} and {@code momentum.GROUP.npy}.
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

    /** Evaluates a tile into the block, and hands its bytes to the sink. */
    void evaluate(Tile tile, Band band, Block block, Sink sink) throws IOException {
        for (int i = 0; i < tile.rows(); i++) {
            int row = tile.firstRow() + i;
            int offset = i * tile.iterations();
            Optional<Curve> present = curve.apply(band.schedule(row));
            if (present.isPresent()) {
                block.fill(band.evaluator(row), present.get(), tile.firstIteration(), offset, tile.iterations());
            } else {
                block.fillNaN(offset, tile.iterations());
            }
        }
        if (sweep.layout() == Layout.CONFIG_MAJOR) {
            // A tile of several rows consists of whole rows, so it is contiguous in the file.
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
