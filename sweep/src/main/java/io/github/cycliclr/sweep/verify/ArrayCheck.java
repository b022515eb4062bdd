package io.github.cycliclr.sweep.verify;

import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.output.Transfer;
import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.run.SweepArray;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Compares one array's file with the values that it must have. {@link #compare} may be called by several threads at once.
 */
final class ArrayCheck implements Closeable {
    /** Rows of a sample, spread over all, and iterations of each: a second or two of the exact evaluator. */
    private static final int SAMPLED_ROWS = 100;

    private static final int SAMPLED_ITERATIONS = 100;

    private final SweepArray array;
    private final Sweep sweep;
    private final Path file;
    private final FileChannel channel;
    private final ThreadLocal<ByteBuffer> buffers = new ThreadLocal<>();

    /** Elements of the sample that are wrong, which are not counted again. */
    private final Set<Long> wrongOfSample = new HashSet<>();

    private boolean sampling;
    private long wrong;
    private long firstWrong = Long.MAX_VALUE;
    private String firstDifference;

    ArrayCheck(SweepArray array, Path file) throws FileFailure {
        this.array = array;
        this.sweep = array.sweep();
        this.file = file;
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** What is wrong with size or header; null if nothing is. */
    String frame() throws IOException {
        long size = sweep.format().fileSize();
        if (channel.size() != size) {
            return file + " has " + channel.size() + " bytes; it must have " + size;
        }
        ByteBuffer header = sweep.format().header();
        ByteBuffer found = read(0, header.remaining());
        int at = header.mismatch(found);
        return at < 0
                ? null
                : file + " has another header from byte " + at + " on; it must be that of a NumPy array of shape "
                        + sweep.format().shapeText() + ", " + sweep.dtype();
    }

    /** Compares a run of bytes that must stand at a position. */
    void compare(ByteBuffer right, long position) throws IOException {
        ByteBuffer found = read(position, right.remaining());
        int at = right.mismatch(found);
        if (at < 0) {
            return;
        }
        int bytes = sweep.dtype().bytes();
        long first = (position - sweep.format().position(0)) / bytes;
        right = right.slice().order(ByteOrder.LITTLE_ENDIAN);
        for (int i = at / bytes; i < right.limit() / bytes; i++) {
            if (bits(right, i) != bits(found, i)) {
                differ(first + i, text(found, i), text(right, i));
            }
        }
    }

    /** Compares some values with those of the exact evaluator, before any other; says how many. */
    int sample(long seed) throws IOException {
        sampling = true;
        Random random = new Random(seed);
        int count = sweep.configurations().count();
        int rows = Math.min(SAMPLED_ROWS, count);
        int compared = 0;
        for (int i = 0; i < rows; i++) {
            int row = (int) ((i + random.nextDouble()) / rows * count);
            Schedule schedule = sweep.configurations().schedule(row);
            ExactEvaluator exact = new ExactEvaluator(schedule.shape());
            Optional<Curve> curve = array.curve().apply(schedule);
            int iterations = (int) Math.min(SAMPLED_ITERATIONS, sweep.iterations());
            for (int j = 0; j < iterations; j++) {
                long iteration = (long) ((j + random.nextDouble()) / iterations * sweep.iterations());
                ByteBuffer right = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                if (sweep.dtype() == DType.FLOAT32) {
                    right.putFloat(
                            curve.map(c -> exact.floatValueAt(c, iteration)).orElse(Float.NaN));
                } else {
                    right.putDouble(curve.map(c -> exact.valueAt(c, iteration)).orElse(Double.NaN));
                }
                compare(right.flip(), sweep.format().position(sweep.element(row, iteration)));
                compared++;
            }
        }
        sampling = false;
        return compared;
    }

    /** What is wrong with the values that were compared; null if nothing is. */
    synchronized String difference() {
        if (wrong == 0) {
            return null;
        }
        return firstDifference + "; " + (wrong == 1 ? "1 value is wrong" : wrong + " values are wrong");
    }

    private synchronized void differ(long element, String found, String right) {
        if (sampling ? !wrongOfSample.add(element) : wrongOfSample.contains(element)) {
            return;
        }
        wrong++;
        if (element < firstWrong) {
            firstWrong = element;
            firstDifference = file + ": row " + sweep.row(element) + ", iteration " + sweep.iteration(element)
                    + " (byte " + sweep.format().position(element) + ") is " + found + "; it must be " + right
                    + (found.equals(right) ? " of other bits" : "");
        }
    }

    private long bits(ByteBuffer values, int i) {
        return sweep.dtype() == DType.FLOAT32 ? values.getInt(i * Float.BYTES) : values.getLong(i * Double.BYTES);
    }

    private String text(ByteBuffer values, int i) {
        return sweep.dtype() == DType.FLOAT32
                ? Float.toString(values.getFloat(i * Float.BYTES))
                : Double.toString(values.getDouble(i * Double.BYTES));
    }

    private ByteBuffer read(long position, int length) throws FileFailure {
        ByteBuffer buffer = buffers.get();
        if (buffer == null || buffer.capacity() < length) {
            buffer = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
            buffers.set(buffer);
        }
        try {
            // Less where the file has been cut off since its size was looked at.
            return Transfer.read(channel, buffer.clear().limit(length), position);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
