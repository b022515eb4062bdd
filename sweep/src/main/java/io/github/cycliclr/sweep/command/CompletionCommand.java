package io.github.cycliclr.sweep.command;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.cli.Option;

/** The command {@code cycliclr completion}. */
final class CompletionCommand implements Command {
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
        Writer out = console.writer();
        out.write(Cycliclr.resource("completion.bash"));
        out.flush();
        return OK;
    }
}
