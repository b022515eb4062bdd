package io.github.cycliclr.sweep.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of files, and of requests. */
public final class Sha256 {
    private static boolean warm;

    private final MessageDigest digest = digest();

    /** Direct: the JDK hands such a one to the digest 4 KiB at a time, which makes the calls that {@link #warmUp} is about. */
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);

    /** Of nothing yet. */
    Sha256() {}

    /** The checksum of a whole file, in hexadecimal, as {@code sha256sum} prints it. */
    public static String of(FileChannel channel) throws IOException {
        Sha256 sum = new Sha256();
        sum.add(channel, 0, channel.size());
        return sum.hexadecimal();
    }

    /** The 32 bytes of a text's checksum. */
    static byte[] of(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Computes for a moment: by the number of calls the compiler finds the processor's instructions for it, which are ten times
     * as fast. Later it would be busy for seconds with what else there is to compile.
     */
    static synchronized void warmUp() {
        if (warm) {
            return;
        }
        warm = true;
        MessageDigest digest = digest();
        byte[] piece = new byte[4096];
        for (int i = 0; i < 10_000; i++) {
            digest.update(piece);
        }
    }

    /** Adds the bytes from a position to another; to the end of the file if that comes first. */
    void add(FileChannel channel, long from, long to) throws IOException {
        for (long at = from; at < to; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
            digest.update(Transfer.read(channel, buffer, at));
            if (buffer.limit() == 0) {
                break;
            }
        }
    }

    /** The checksum of what has been added, in hexadecimal. */
    String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
