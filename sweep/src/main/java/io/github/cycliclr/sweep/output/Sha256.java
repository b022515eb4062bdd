package io.github.cycliclr.sweep.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of files and texts, in hexadecimal, as {@code sha256sum} prints it. */
public final class Sha256 {
    private static boolean warm;

    private final MessageDigest digest = digest();

    /** Direct, because the digest takes such a buffer 4 KiB at a time: the calls that {@link #warmUp} gets compiled. */
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);

    /** The checksum of a whole file. */
    public static String of(FileChannel channel) throws IOException {
        Sha256 sum = new Sha256();
        sum.add(channel, 0, channel.size());
        return sum.hexadecimal();
    }

    /** The checksum of a text, in UTF-8. */
    static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Computes until the JIT compiler has replaced the digest's loop by the processor's SHA instructions, which are ten
     * times as fast. Once a sweep runs, the compiler is busy for seconds.
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

    /** Adds the bytes from a position to another, or to the end of the file if that comes first. */
    void add(FileChannel channel, long from, long to) throws IOException {
        for (long at = from; at < to; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
            digest.update(Transfer.read(channel, buffer, at));
            if (buffer.limit() == 0) {
                break;
            }
        }
    }

    /** The checksum of what was added. */
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
