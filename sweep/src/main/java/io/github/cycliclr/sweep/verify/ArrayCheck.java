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
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Compares the file of an array with the values that it must have. */
final class ArrayCheck implements Closeable {
    /** Rows of a sample, spread over all, and iterations of each: a second or two of the exact evaluator. */
    private static final int SAMPLED_ROWS = 100;

    private static final int SAMPLED_ITERATIONS = 100;

    /** Of each thread, grown to the largest read. */
    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(0));

    private final SweepArray array;
    private final Sweep sweep;
    private final Path file;
    private final FileChannel channel;

    /** Wrong elements of the sample, which are not counted again. */
    private final Set<Long> wrongInSample = new HashSet<>();

    private boolean sampling;
    private long wrong;
    private long firstWrong = Long.MAX_VALUE;
    private String firstError = "";

    ArrayCheck(SweepArray array, Path file) throws FileFailure {
        this.array = array;
        this.sweep = array.sweep();
        this.file = file;
        try {
            this.channel = FileChannel.open(file);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    SweepArray array() {
        return array;
    }

    /** The error in the size or the header, if any. */
    Optional<String> frameError() throws IOException {
        long size = sweep.format().fileSize();
        if (channel.size() != size) {
            return Optional.of(file + " has " + channel.size() + " bytes; it must have " + size);
        }
        ByteBuffer header = sweep.format().header();
        int mismatch = header.mismatch(read(0, header.remaining()));
        return mismatch < 0
                ? Optional.empty()
                : Optional.of(
                        file + " has another header from byte " + mismatch + " on; it must be that of a NumPy array"
                                + " of shape " + sweep.format().shapeText() + ", " + sweep.dtype());
    }

    /** Compares a run of bytes with those at a position; several threads may call this at once. */
    void compare(ByteBuffer expected, long position) throws IOException {
        ByteBuffer found = read(position, expected.remaining());
        int mismatch = expected.mismatch(found);
        if (mismatch < 0) {
            return;
        }
        int bytes = sweep.dtype().bytes();
        long first = (position - sweep.format().position(0)) / bytes;
        for (int i = mismatch / bytes; i < found.limit() / bytes; i++) {
            ByteBuffer is = found.slice(i * bytes, bytes);
            ByteBuffer must = expected.slice(expected.position() + i * bytes, bytes);
            if (!is.equals(must)) {
                addError(first + i, text(is), text(must));
            }
        }
    }

    /** Compares some values with the exact evaluator, before any others; returns their number. */
    int sample() throws IOException {
        sampling = true;
        Random random = new Random(1); // always the same sample, so that its findings are reproducible
        int count = sweep.configurations().count();
        int rows = Math.min(SAMPLED_ROWS, count);
        int iterations = (int) Math.min(SAMPLED_ITERATIONS, sweep.iterations());
        for (int i = 0; i < rows; i++) {
            int row = (int) ((i + random.nextDouble()) / rows * count);
            Schedule schedule = sweep.configurations().schedule(row);
            ExactEvaluator exact = new ExactEvaluator(schedule.shape());
            Optional<Curve> curve = array.curve().apply(schedule);
            for (int j = 0; j < iterations; j++) {
                long iteration = (long) ((j + random.nextDouble()) / iterations * sweep.iterations());
                ByteBuffer expected = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                if (sweep.dtype() == DType.FLOAT32) {
                    expected.putFloat(
                            curve.map(c -> exact.floatValueAt(c, iteration)).orElse(Float.NaN));
                } else {
                    expected.putDouble(
                            curve.map(c -> exact.valueAt(c, iteration)).orElse(Double.NaN));
                }
                compare(expected.flip(), sweep.format().position(sweep.element(row, iteration)));
            }
        }
        sampling = false;
        return rows * iterations;
    }

    /** The first wrong value and the number of wrong values, if any. */
    synchronized Optional<String> valueError() {
        return wrong == 0
                ? Optional.empty()
                : Optional.of(firstError + "; " + (wrong == 1 ? "1 value is wrong" : wrong + " values are wrong"));
    }

    private synchronized void addError(long element, String is, String must) {
        if (sampling ? !wrongInSample.add(element) : wrongInSample.contains(element)) {
            return;
        }
        wrong++;
        if (element < firstWrong) {
            firstWrong = element;
            firstError = file + ": row " + sweep.row(element) + ", iteration " + sweep.iteration(element) + " (byte "
                    + sweep.format().position(element) + ") is " + is + "; it must be " + must
                    + (is.equals(must) ? " of other bits" : "");
        }
    }

    private String text(ByteBuffer value) {
        value.order(ByteOrder.LITTLE_ENDIAN);
        return sweep.dtype() == DType.FLOAT32 ? Float.toString(value.getFloat(0)) : Double.toString(value.getDouble(0));
    }

    private ByteBuffer read(long position, int length) throws FileFailure {
        if (BUFFER.get().capacity() < length) {
            BUFFER.set(ByteBuffer.allocateDirect(length));
        }
        try {
            ByteBuffer found = Transfer.read(channel, BUFFER.get().clear().limit(length), position);
            if (found.remaining() < length) {
                throw new FileFailure("cannot read " + file + ": it was truncated meanwhile");
            }
            return found;
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
