package io.github.cycliclr.sweep.run;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.output.Block;
import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.StagedFile;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of the arrays of a sweep; its tiles can be computed in any order, by several threads at once.
 *
 * @param curve the curve of a configuration; where there is none its values are NaN
 */
record ArrayFile(StagedFile file, Sweep sweep, Function<Schedule, Optional<Curve>> curve) {
    void writeHeader() throws FileFailure {
        file.write(sweep.format().header(), 0);
    }

    /** Evaluates a tile into the block and writes it where it belongs. */
    void compute(Tile tile, Block block) throws FileFailure {
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
            writeAt(tile.firstRow() * sweep.iterations() + tile.firstIteration(), block.bytes(tile.size()));
        } else {
            writeByIteration(tile, block.transposedBytes(tile.rows(), tile.iterations()));
        }
    }

    private void writeByIteration(Tile tile, ByteBuffer bytes) throws FileFailure {
        long configurations = sweep.configurations().count();
        long element = tile.firstIteration() * configurations + tile.firstRow();
        boolean contiguous = tile.rows() == configurations;
        int run = (contiguous ? tile.size() : tile.rows()) * sweep.dtype().bytes();
        int end = bytes.limit();
        for (int at = 0; at < end; at += run) {
            writeAt(element, bytes.limit(at + run).position(at));
            element += configurations;
        }
    }

    private void writeAt(long element, ByteBuffer bytes) throws FileFailure {
        file.write(bytes, sweep.format().position(element));
    }
}
