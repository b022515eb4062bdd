package io.github.cycliclr.sweep.command;

import java.io.PrintStream;
import java.util.concurrent.atomic.LongAdder;

/** One line on a terminal with the share done, the rate and the remaining time; nothing where there is no terminal. */
final class Progress implements AutoCloseable {
    private static final long EVERY_MILLIS = 200;
    private static final String CLEAR = "\r\033[K";

    private final PrintStream terminal;
    private final long total;
    private final LongAdder done = new LongAdder();
    private final long began = System.nanoTime();
    private final Thread painter;

    private Progress(PrintStream terminal, long total) {
        this.terminal = terminal;
        this.total = total;
        this.painter = new Thread(this::paint, "progress");
        painter.setDaemon(true);
    }

    /** @param total how many values there will be; 0 shows no progress */
    static Progress of(Console console, long total) {
        Progress progress = new Progress(console.err(), total);
        if (console.isTerminal() && total > 0) {
            progress.painter.start();
        }
        return progress;
    }

    /** Adds values that are written; from any thread. */
    void add(long values) {
        done.add(values);
    }

    private void paint() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                terminal.print(CLEAR + line(done.sum(), total, (System.nanoTime() - began) / 1e9));
                terminal.flush();
            }
        } catch (InterruptedException closed) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }

    static String line(long done, long total, double seconds) {
        double rate = done / Math.max(seconds, 1e-3);
        String left = "";
        if (done >= total) {
            left = "closing the files";
        } else if (done > 0) {
            long secondsLeft = (long) Math.ceil((total - done) / rate);
            left = String.format("%d:%02d left", secondsLeft / 60, secondsLeft % 60);
        }
        return String.format(
                "%3d %%  %,.0f million values a second  %s", (int) (100.0 * done / total), rate / 1e6, left);
    }

    @Override
    public void close() {
        painter.interrupt();
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
