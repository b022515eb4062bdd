package io.github.cycliclr.sweep.output;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A failed operation on a file; the message is one line that names the file and the reason. */
public final class FileFailure extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An operation on a file. */
    @FunctionalInterface
    interface Operation {
        void run() throws IOException;
    }

    /** A failure with a message of its own. */
    public FileFailure(String message) {
        super(message);
    }

    private FileFailure(String message, IOException cause) {
        super(message, cause);
    }

    /** {@code cannot write FILE: the reason}. */
    public static FileFailure of(String verb, Path file, IOException cause) {
        return cause instanceof FileFailure known
                ? known
                : new FileFailure("cannot " + verb + " " + file + ": " + reason(cause), cause);
    }

    /** Runs an operation, whose failure names the file. */
    static void attempt(String verb, Path file, Operation operation) throws FileFailure {
        try {
            operation.run();
        } catch (IOException e) {
            throw of(verb, file, e);
        }
    }

    /** Java's exceptions for the commonest reasons carry no reason, only the file's name. */
    static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it exists already and is no directory";
        }
        if (cause instanceof NotDirectoryException) {
            return "it is no directory";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "it is a directory";
        }
        if (cause instanceof FileSystemLoopException) {
            return "its symbolic links form a loop";
        }
        String words = cause instanceof FileSystemException named ? named.getReason() : cause.getMessage();
        return words == null ? cause.getClass().getSimpleName() : words.replaceAll("\\s*\\R\\s*", " ");
    }
}
