package io.github.cycliclr.sweep.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of the manifest, as {@code sha256sum} prints it. */
public final class Sha256 {
    private Sha256() {}

    /** The checksum of a whole file, in hexadecimal. */
    public static String of(FileChannel channel) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
            for (long at = 0; channel.read(buffer.clear(), at) > 0; at += buffer.limit()) {
                digest.update(buffer.flip());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
