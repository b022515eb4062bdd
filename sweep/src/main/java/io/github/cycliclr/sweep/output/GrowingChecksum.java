package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The SHA-256 of a file that is written from its beginning to its end. A thread of its own computes it at the same time,
 * while the bytes are still in the system's cache.
 */
public final class GrowingChecksum implements Closeable {
    /** Bytes of a file that is worth a warm-up. */
    private static final long LARGE = 1L << 28;

    private final PartialFile file;
    private final long size;
    private final Sha256 digest = new Sha256();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private long requested;
    private FileFailure failure; // written by the thread alone

    /** @param size bytes of the complete file */
    public GrowingChecksum(PartialFile file, long size) {
        this.file = file;
        this.size = size;
        if (size >= LARGE) {
            Sha256.warmUp();
        }
    }

    /** Adds the bytes up to a position, all of which are written. Any thread may call it. */
    public synchronized void upTo(long position) {
        if (position > requested) {
            long from = requested;
            thread.execute(() -> add(from, position));
            requested = position;
        }
    }

    private void add(long from, long to) {
        try {
            if (failure == null) {
                file.addTo(digest, from, to);
            }
        } catch (FileFailure e) {
            failure = e;
        }
    }

    /**
     * The checksum of the complete file, in hexadecimal.
     *
     * @throws IOException if the file could not be read
     */
    public String whole() throws IOException {
        upTo(size);
        Future<String> sum = thread.submit(() -> {
            if (failure != null) {
                throw failure;
            }
            return digest.hexadecimal();
        });
        try {
            return sum.get();
        } catch (ExecutionException e) {
            throw FileFailure.of("read", file.name(), (IOException) e.getCause());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
