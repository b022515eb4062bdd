package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The checksum of a file that is written from its beginning to its end, computed meanwhile in a thread of its own: as a rule
 * what it reads has just been written, and need not be had from the disk.
 */
public final class GrowingChecksum implements Closeable {
    /** So often is it asked whether there is more to do. */
    private static final long PIECE = 1 << 20;

    /** A file from this size on is worth a warm-up. */
    private static final long LARGE = 1 << 28;

    private final StagedFile file;
    private final long size;
    private final FutureTask<String> sum = new FutureTask<>(this::follow);
    private long written;
    private boolean closed;

    /**
     * Begins; nothing is written yet.
     *
     * @param size that the file will have
     */
    public GrowingChecksum(StagedFile file, long size) {
        this.file = file;
        this.size = size;
        if (size >= LARGE) {
            Sha256.warmUp();
        }
        Thread thread = new Thread(sum, "checksum");
        thread.setDaemon(true);
        thread.start();
    }

    private String follow() throws IOException {
        Sha256 digest = new Sha256();
        for (long at = 0; ; ) {
            long to = Math.min(at + PIECE, awaitMoreThan(at));
            if (to == at) {
                return digest.hexadecimal();
            }
            file.addTo(digest, at, to);
            at = to;
        }
    }

    /** How many bytes are written, as soon as there are more than so many, or no more will come. */
    private synchronized long awaitMoreThan(long bytes) throws IOException {
        try {
            while (written <= bytes && bytes < size && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        return closed ? bytes : written;
    }

    /**
     * So many bytes, from the first, are written.
     *
     * @throws IOException if those before could not be read
     */
    public synchronized void upTo(long bytes) throws IOException {
        if (sum.isDone() && written < size) {
            result(); // which it cannot have
        }
        if (bytes > written) {
            written = bytes;
            notifyAll();
        }
    }

    /**
     * The checksum of the whole file, all of which is written.
     *
     * @throws IOException if it cannot be read
     */
    public String whole() throws IOException {
        synchronized (this) {
            written = size;
            notifyAll();
        }
        return result();
    }

    private String result() throws IOException {
        try {
            return sum.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    /** Ends, whether or not the file is whole. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }
}
