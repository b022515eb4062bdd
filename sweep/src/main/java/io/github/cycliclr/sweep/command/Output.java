package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.output.OutputFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a command writes and in which format.
 *
 * @param file a file, pipe or device; null for standard output
 */
record Output(Path file, Format format) {
    private static final List<String> STANDARD_OUTPUT = List.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

    /** Named as the ending of a file. */
    enum Format {
        NPY,
        CSV,
        PNG,
        SVG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The output of a command line.
     *
     * @param target null for standard output
     * @param standard the default format of standard output; null if there is none
     * @throws UsageException if options and ending do not agree on a format
     */
    static Output of(Arguments arguments, Path target, ValueOption<Format> option, Format standard) {
        Format given = arguments.value(option, null);
        String formats = ValueOption.alternatives(option.choices());
        if (target == null || STANDARD_OUTPUT.contains(target.toString())) {
            if (given == null && standard == null) {
                throw new UsageException("-o is standard output; add --format " + formats);
            }
            return new Output(null, given == null ? standard : given);
        }
        Format ending = null;
        for (Format format : option.choices()) {
            ending = target.toString().endsWith("." + format) ? format : ending;
        }
        if (ending == null && given == null) {
            String endings = ValueOption.alternatives(
                    option.choices().stream().map(format -> "." + format).toList());
            throw new UsageException(
                    "-o is " + target + "; it must end with " + endings + ", or add --format " + formats);
        }
        if (ending != null && given != null && ending != given) {
            throw new UsageException("-o is " + target + ", but --format is " + given + "; give one of them");
        }
        return new Output(target, given == null ? ending : given);
    }

    /** @param expectedBytes the size of the content; 0 if unknown */
    void write(Console console, long expectedBytes, OutputFile.Content content) throws IOException {
        if (file == null) {
            OutputStream out = new BufferedOutputStream(console.standardOutput());
            content.writeTo(out);
            out.flush();
        } else {
            OutputFile.write(file, expectedBytes, content);
        }
    }
}
