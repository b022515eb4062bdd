package io.github.cycliclr.jmh;

import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A filler that is not Java: a process with an array of its own, told what to do by single bytes.
 *
 * <p>To {@code f} it fills its array and answers with an {@code f}; to {@code v} it answers with the array, as
 * little-endian doubles; to {@code n} with a line that names the versions of what it consists of. It ends when its input
 * ends. The time of a fill includes the way there and back.
 */
final class PeerProcess implements Filler {
    private static final int CHUNK = 1 << 13;

    /**
     * The C library keeps memory that is given back to it, as Java's heap does, rather than have the system give and clear
     * all pages anew, a fault each, for every large array: that took four fifths of NumPy's time.
     */
    private static final Map<String, String> KEEPS_MEMORY = Map.of(
            "MALLOC_MMAP_THRESHOLD_", "4294967296",
            "MALLOC_TRIM_THRESHOLD_", "4294967296",
            "MALLOC_TOP_PAD_", "268435456");

    private final String name;
    private final Consumer<double[]> check;
    private final Process process;
    private final OutputStream commands;
    private final DataInputStream answers;

    /**
     * Starts a program; what it cannot do (a package that is missing, a schedule) shows at the first fill.
     *
     * @param size elements of its array
     * @throws IllegalStateException if there is no such program
     */
    PeerProcess(String name, List<String> program, Workload workload, int size, Consumer<double[]> check) {
        this.name = name;
        this.check = check;
        try {
            ProcessBuilder builder = new ProcessBuilder(command(name, program, workload, size));
            builder.environment().putAll(KEEPS_MEMORY);
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(name + " does not start: " + e.getMessage(), e);
        }
        commands = process.getOutputStream();
        answers = new DataInputStream(process.getInputStream());
    }

    private static List<String> command(String name, List<String> program, Workload workload, int size) {
        Shape shape = workload.shape();
        List<String> command = new ArrayList<>(program);
        command.add(name);
        command.add(workload.mode());
        command.add(shape.scaling().counts().name().toLowerCase(Locale.ROOT));
        command.add(Long.toString(shape.stepSizeUp()));
        command.add(Long.toString(shape.stepSizeDown()));
        command.add(Double.toString(shape.scaling() instanceof Scaling.Geometric k ? k.ratio() : 1));
        command.add(Double.toString(workload.curve().rest()));
        command.add(Double.toString(workload.curve().peak()));
        command.add(Long.toString(workload.first()));
        command.add(Integer.toString(size));
        return command;
    }

    @Override
    @SuppressWarnings("deprecation") // readLine is for what is not ASCII, and reads no further than it must
    public String description() {
        try {
            commands.write('n');
            commands.flush();
            String versions = answers.readLine();
            if (versions == null) {
                throw new EOFException();
            }
            return name + " (" + versions + "), in a process of its own";
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Fills the array of the process; {@link #fetch} brings the values to this one. */
    @Override
    public void fill(double[] out) {
        try {
            commands.write('f');
            commands.flush();
            answers.readByte();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void fetch(double[] out) {
        byte[] chunk = new byte[CHUNK * Double.BYTES];
        ByteBuffer doubles = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        try {
            commands.write('v');
            commands.flush();
            for (int from = 0; from < out.length; from += CHUNK) {
                int length = Math.min(CHUNK, out.length - from);
                answers.readFully(chunk, 0, length * Double.BYTES);
                doubles.asDoubleBuffer().get(out, from, length);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void check(double[] out) {
        check.accept(out);
    }

    @Override
    public void fill(float[] out) {
        throw new UnsupportedOperationException(name + " fills doubles only");
    }

    @Override
    public void check(float[] out) {
        throw new UnsupportedOperationException(name + " fills doubles only");
    }

    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException ended) {
            // It has ended by itself.
        }
    }

    private IllegalStateException failure(IOException cause) {
        return new IllegalStateException(name + " failed: " + PeerProgram.lastWords(process), cause);
    }
}
