package io.github.cycliclr.sweep.command;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.sweep.output.Version;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr info}. */
final class InfoCommand implements Command {
    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int operands() {
        return 0;
    }

    @Override
    public int run(Arguments arguments, Console console) throws IOException {
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
        return OK;
    }
}
