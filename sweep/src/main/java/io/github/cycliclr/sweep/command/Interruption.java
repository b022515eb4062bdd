package io.github.cycliclr.sweep.command;

/** While it is open, a Ctrl-C says that the sweep can be resumed; the files need nothing else, they survive worse. */
final class Interruption implements AutoCloseable {
    private final Thread hook;

    Interruption(Console console) {
        hook = new Thread(() -> console.say("interrupted; the same command with --resume goes on"));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It has been interrupted.
        }
    }
}
