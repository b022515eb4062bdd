package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.kernel.KernelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycliclrTest {
    @Test
    void aMissingOrUnknownCommandIsWrongUsage() {
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "cycliclr: a command is missing; it must be fill, sweep, plot, verify or info; try 'cycliclr --help'\n"),
                Outcome.of());
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "cycliclr: unknown command 'fil'; it must be fill, sweep, plot, verify, info; try 'cycliclr --help'\n"),
                Outcome.of("fil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "fill --help", "sweep --help", "plot --help", "verify --help", "info --help"})
    void helpTeachesByExampleOnStandardOutput(String args) {
        Outcome outcome = Outcome.of(args.split(" "));
        assertEquals(0, outcome.status());
        assertEquals("", outcome.talk());
        assertTrue(outcome.out().contains("Examples:\n  cycliclr ") || args.startsWith("info"), outcome.out());
        assertTrue(outcome.out().lines().allMatch(line -> line.length() <= 100), outcome.out());
    }

    @Test
    void theVersionIsSaid() {
        Outcome outcome = Outcome.of("--version");
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().matches("cycliclr \\d+\\.\\d+\\.\\d+\\S*\n"), outcome.out());
    }

    @Test
    void infoSaysWhichEvaluatorAndWhy() {
        KernelChoice choice = KernelChoice.best();
        Outcome outcome = Outcome.of("info");
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().contains("jdk:        " + Runtime.version()), outcome.out());
        assertTrue(outcome.out().contains("evaluator:  " + choice.kernels().description() + "\n"), outcome.out());
        assertTrue(outcome.out().contains("because:    " + choice.reason() + "\n"), outcome.out());
    }

    @Test
    void anEvaluatorThatIsForcedButUnknownIsOneLine() {
        System.setProperty(KernelChoice.PROPERTY, "quantum");
        try {
            Outcome outcome = Outcome.of("info");
            assertEquals(1, outcome.status());
            assertTrue(
                    outcome.talk()
                            .startsWith(
                                    "cycliclr: -Dcycliclr.evaluator=quantum is unknown; it must be vector or scalar"),
                    outcome.talk());
            assertEquals(1, outcome.talk().lines().count());
        } finally {
            System.clearProperty(KernelChoice.PROPERTY);
        }
    }
}
