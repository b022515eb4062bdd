package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.verify.Verification;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code cycliclr verify}: the files of a sweep against their own specification. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Cycliclr.VersionLine.class,
        sortOptions = false,
        description = {
            "Holds the folder of a sweep against the specification in its manifest.",
            "Sizes, headers, the table of configurations, and some 10,000 values of each array against arbitrary",
            "precision; with --all every value, to the bit, and the checksums."
        },
        footer = {
            "",
            "A wrong file is said in one line, with the first row and iteration that is wrong. Exit status 1 if",
            "anything is.",
            "",
            "Examples:",
            "  cycliclr verify DIR",
            "  cycliclr verify DIR --all"
        })
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of a sweep.")
    private Path folder;

    @Option(names = "--all", description = "Compare every value, not a sample, and the checksums.")
    private boolean all;

    @Mixin
    private ThreadsOption threads;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        int workers = threads.count(spec.commandLine());
        Verification verification = new Verification(folder);
        Sweep sweep = verification.sweep();
        List<String> findings;
        try (Progress progress = Progress.of(console, all ? sweep.values() : 0)) {
            findings = verification.findings(all, workers, progress::add);
        }
        findings.forEach(console::say);
        if (!findings.isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        Writer out = console.writer();
        out.write(String.format(
                Locale.ROOT,
                "%s: %,d configurations of %,d iterations, %s: %s right, %,d values by arbitrary precision%n",
                folder,
                sweep.configurations().count(),
                sweep.iterations(),
                sweep.dtype(),
                all ? String.format(Locale.ROOT, "all %,d values are", sweep.values()) : "what was looked at is",
                verification.sampled()));
        out.flush();
        return ExitCode.OK;
    }
}
