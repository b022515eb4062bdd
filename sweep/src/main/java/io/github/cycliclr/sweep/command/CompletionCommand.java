package io.github.cycliclr.sweep.command;

import java.io.IOException;

/** The command {@code cycliclr completion}. */
final class CompletionCommand implements Command {
    @Override
    public int run(Arguments arguments, Console console) throws IOException {
        console.print(Cycliclr.resource("completion.bash"));
        return OK;
    }
}
