package io.github.cycliclr.sweep.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads and writes in full: a call of a channel may transfer fewer bytes. */
public final class Transfer {
    private Transfer() {}

    /** Writes all remaining bytes at a position. */
    public static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }

    /** Fills the buffer from a position on, up to the end of the file, and flips it. */
    public static ByteBuffer read(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            int count = channel.read(bytes, at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        return bytes.flip();
    }
}
