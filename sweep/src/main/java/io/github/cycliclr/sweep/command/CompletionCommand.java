package io.github.cycliclr.sweep.command;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code cycliclr completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Cycliclr.VersionLine.class,
        description = "Prints a script by which bash and zsh complete commands, options and their values.",
        footer = {
            "",
            "Examples:",
            "  source <(cycliclr completion)                         # in this shell",
            "  echo 'source <(cycliclr completion)' >> ~/.bashrc     # in every one, where cycliclr is on the PATH"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Writer out = console.writer();
        out.write(AutoComplete.bash("cycliclr", spec.parent().commandLine()));
        out.flush();
        return 0;
    }
}
