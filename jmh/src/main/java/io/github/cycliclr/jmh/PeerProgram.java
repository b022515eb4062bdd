package io.github.cycliclr.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The peers' programs, {@code peer.py} and {@code peer.c}, as commands that start them. */
final class PeerProgram {
    /** Debian's, for which there are packages of NumPy and PyTorch. */
    private static final String PYTHON = "/usr/bin/python3";

    private PeerProgram() {}

    static List<String> python() {
        return List.of(PYTHON, "-c", source("peer.py"));
    }

    /**
     * Compiled here and now, for this processor.
     *
     * @throws IllegalStateException if there is no gcc or it does not compile
     */
    static List<String> c() {
        try {
            Path program = Files.createTempFile("peer", "");
            program.toFile().deleteOnExit();
            Process gcc = new ProcessBuilder(
                            "gcc", "-O3", "-march=native", "-ffast-math", "-xc", "-", "-o", program.toString(), "-lm")
                    .start();
            try (OutputStream input = gcc.getOutputStream()) {
                input.write(source("peer.c").getBytes(StandardCharsets.UTF_8));
            }
            String complaint = lastWords(gcc);
            if (gcc.onExit().join().exitValue() != 0) {
                throw new IOException(complaint);
            }
            return List.of(program.toString());
        } catch (IOException e) {
            throw new IllegalStateException("peer.c does not compile: " + e.getMessage(), e);
        }
    }

    /** The last line of a process's errors, where Python and gcc have what matters; waits until it has ended. */
    static String lastWords(Process process) {
        try (InputStream errors = process.getErrorStream()) {
            String all = new String(errors.readAllBytes(), StandardCharsets.UTF_8).strip();
            return all.substring(all.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(String file) {
        try (InputStream in = PeerProgram.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
