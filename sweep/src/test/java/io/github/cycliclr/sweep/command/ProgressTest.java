package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void printsShareRateAndRemainingTime() {
        assertEquals("  0 %  0 million values a second  ", Progress.line(0, 1000, 0.2));
        assertEquals(" 25 %  500 million values a second  0:03 left", Progress.line(500_000_000, 2_000_000_000, 1));
        assertEquals("  1 %  10 million values a second  1:39 left", Progress.line(10_000_000, 1_000_000_000, 1));
        assertEquals("100 %  5 million values a second  closing the files", Progress.line(5_000_000, 5_000_000, 1));
    }

    @Test
    void printsNothingWithoutTerminal() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Progress progress = Progress.of(new Console(err, new PrintStream(err), false), 10)) {
            progress.add(5);
            Thread.sleep(500);
        }
        assertEquals(0, err.size());
    }
}
