package io.github.cycliclr.sweep.command;

/** While it is open, an interruption such as Ctrl-C prints that the sweep can be resumed. */
final class Interruption implements AutoCloseable {
    private final Thread hook;

    Interruption(Console console) {
        hook = new Thread(() -> console.message("interrupted; the same command with --resume continues"));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running.
        }
    }
}
