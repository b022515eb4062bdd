package io.github.cycliclr.sweep.command;

import static io.github.cycliclr.sweep.command.Arguments.flag;

import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.specification.SpecificationException;
import io.github.cycliclr.sweep.verify.Extent;
import io.github.cycliclr.sweep.verify.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr verify}: compares the files of a sweep with their own specification. */
final class VerifyCommand implements Command {
    private static final Option ALL = flag("all", "Compare every value, to the bit, and the checksums.");
    private static final Option EXACT = flag(
            "exact", "Compare every value with arbitrary precision, one or two microseconds each, and the checksums.");

    @Override
    public Description description() {
        return new Description(
                "cycliclr verify DIR [--all | --exact] [--threads N]",
                "Compares the files of a sweep with the specification in their manifest.",
                """
                Without --all and --exact: the sizes, the headers, the table of configurations, and some 10,000
                values of each array with arbitrary precision.
                """,
                List.of(ALL, EXACT, SweepOptions.THREADS),
                1,
                """
                A wrong file is reported in one line, with the first row and iteration that is wrong, and the exit
                status is 1. Nothing is written.

                Examples:
                  cycliclr verify DIR
                  cycliclr verify DIR --all
                  cycliclr verify DIR --exact
                """);
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        Path directory = arguments.operand();
        if (directory == null) {
            throw new UsageException("DIR is missing; name the folder of a sweep");
        }
        int threads = SweepOptions.threads(arguments);
        Extent extent = arguments.has(EXACT) ? Extent.EXACT : arguments.has(ALL) ? Extent.ALL : Extent.SAMPLE;
        try {
            return verify(directory, extent, threads, console);
        } catch (SpecificationException damaged) { // in the manifest, which is under test, not a user's input
            console.message(damaged.getMessage());
            return FAILURE;
        }
    }

    private static int verify(Path directory, Extent extent, int threads, Console console) throws IOException {
        boolean all = extent != Extent.SAMPLE;
        Verification verification = new Verification(directory);
        Sweep sweep = verification.sweep();
        List<String> findings;
        try (Progress progress = Progress.of(console, all ? sweep.values() : 0)) {
            findings = verification.findings(extent, threads, progress::add);
        }
        findings.forEach(console::message);
        if (!findings.isEmpty()) {
            return FAILURE;
        }
        console.print(String.format(
                Locale.ROOT,
                "%s: %,d %s of %,d iterations, %s: %s right, %,d values by arbitrary precision%n",
                directory,
                sweep.configurations().count(),
                sweep.configurations().count() == 1 ? "configuration" : "configurations",
                sweep.iterations(),
                sweep.dtype(),
                all ? String.format(Locale.ROOT, "all %,d values are", sweep.values()) : "what was looked at is",
                verification.exactly()));
        return OK;
    }
}
