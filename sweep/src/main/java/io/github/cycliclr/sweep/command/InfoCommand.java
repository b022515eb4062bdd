package io.github.cycliclr.sweep.command;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.sweep.output.Version;
import java.io.IOException;
import java.util.List;

/** The command {@code cycliclr info}. */
final class InfoCommand implements Command {
    @Override
    public Description description() {
        return new Description(
                "cycliclr info",
                "Prints the JDK, the evaluator that was chosen, and the reason.",
                "",
                List.of(),
                0,
                """
                Examples:
                  cycliclr info
                  CYCLICLR_JAVA_OPTIONS=-Dcycliclr.evaluator=scalar cycliclr info     # forces an evaluator
                """);
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        KernelChoice choice = KernelChoice.lasting();
        console.print("cycliclr:   " + Version.text() + "\n"
                + "jdk:        " + Runtime.version() + ", " + System.getProperty("java.vm.name") + ", "
                + System.getProperty("java.vendor") + "\n"
                + "processors: " + Runtime.getRuntime().availableProcessors() + ", " + System.getProperty("os.arch")
                + "\n"
                + "evaluator:  " + choice.kernels().description() + "\n"
                + "because:    " + choice.reason() + "\n");
        return OK;
    }
}
