package io.github.cycliclr.sweep.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    /** The additions so far; after one that failed, the others do not run. */
    private CompletableFuture<Void> added = CompletableFuture.completedFuture(null);

    private long requested;

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
            added = added.thenRunAsync(() -> add(from, position), thread);
            requested = position;
        }
    }

    private void add(long from, long to) {
        try {
            file.addTo(digest, from, to);
        } catch (FileFailure e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The checksum of the complete file, in hexadecimal.
     *
     * @throws IOException if the file could not be read
     */
    public synchronized String whole() throws IOException {
        upTo(size);
        try {
            added.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        return digest.hexadecimal();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
