package io.github.cycliclr.sweep.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Standard output; its exceptions name it, and have a type of their own if its reader has closed it. */
final class StandardOutput extends FilterOutputStream {
    /** The reader of standard output, {@code head} for instance, has closed it: not a failure. */
    @SuppressWarnings("serial")
    static final class ClosedException extends IOException {}

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
                throw new ClosedException();
            }
            throw new IOException("cannot write standard output: " + reason, e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }
}
