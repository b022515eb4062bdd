package io.github.cycliclr.sweep.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Whole pieces of a file: a channel may read or write less than it is asked for. */
public final class Transfer {
    private Transfer() {}

    /** Writes all remaining bytes at a position. */
    public static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }

    /** Fills the buffer from a position on, as far as the file goes, and flips it. */
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
