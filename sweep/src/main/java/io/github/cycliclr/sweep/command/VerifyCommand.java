package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.specification.SpecificationException;
import io.github.cycliclr.sweep.verify.Extent;
import io.github.cycliclr.sweep.verify.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr verify}: the files of a sweep against their own specification. */
final class VerifyCommand implements Command {
    private static final Option ALL = Arguments.flag("all");
    private static final Option EXACT = Arguments.flag("exact");

    @Override
    public List<Option> options() {
        return List.of(ALL, EXACT, ThreadsOption.THREADS);
    }

    @Override
    public int operands() {
        return 1;
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        try {
            return verify(arguments, console);
        } catch (SpecificationException damaged) { // the manifest is a file to verify, not one that somebody wrote
            console.say(damaged.getMessage());
            return FAILURE;
        }
    }

    private static int verify(Arguments arguments, Console console) throws IOException {
        Path folder =
                arguments.operand().orElseThrow(() -> new UsageException("DIR is missing; name the folder of a sweep"));
        Extent extent = arguments.has(EXACT) ? Extent.EXACT : arguments.has(ALL) ? Extent.ALL : Extent.SAMPLE;
        boolean all = extent != Extent.SAMPLE;
        int workers = ThreadsOption.count(arguments);
        Verification verification = new Verification(folder);
        Sweep sweep = verification.sweep();
        List<String> findings;
        try (Progress progress = Progress.of(console, all ? sweep.values() : 0)) {
            findings = verification.findings(extent, workers, progress::add);
        }
        findings.forEach(console::say);
        if (!findings.isEmpty()) {
            return FAILURE;
        }
        console.print(String.format(
                Locale.ROOT,
                "%s: %,d %s of %,d iterations, %s: %s right, %,d values by arbitrary precision%n",
                folder,
                sweep.configurations().count(),
                sweep.configurations().count() == 1 ? "configuration" : "configurations",
                sweep.iterations(),
                sweep.dtype(),
                all ? String.format(Locale.ROOT, "all %,d values are", sweep.values()) : "what was looked at is",
                verification.exactly()));
        return OK;
    }
}
