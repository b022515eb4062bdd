package io.github.cycliclr.sweep.command;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.sweep.output.Version;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code cycliclr info}. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        versionProvider = Cycliclr.VersionLine.class,
        description = "Says which JDK this is, which evaluator was chosen and why; a fact a line.",
        footer = {"", "To force one: CYCLICLR_JAVA_OPTIONS=-Dcycliclr.evaluator=scalar cycliclr info"})
final class InfoCommand implements Callable<Integer> {
    private final Console console;

    InfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        KernelChoice choice = KernelChoice.best();
        Writer out = console.writer();
        out.write("cycliclr:   " + Version.text() + "\n");
        out.write("jdk:        " + Runtime.version() + ", " + System.getProperty("java.vm.name") + ", "
                + System.getProperty("java.vendor") + "\n");
        out.write("processors: " + Runtime.getRuntime().availableProcessors() + ", " + System.getProperty("os.arch")
                + "\n");
        out.write("evaluator:  " + choice.kernels().description() + "\n");
        out.write("because:    " + choice.reason() + "\n");
        out.flush();
        return 0;
    }
}
