package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.kernel.KernelChoice;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycliclrTest {
    @Test
    void aMissingOrUnknownCommandIsWrongUsage() {
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "cycliclr: a command is missing; it must be fill, sweep, plot, verify, info or completion; try 'cycliclr --help'\n"),
                Outcome.of());
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "cycliclr: unknown command 'fil'; it must be fill, sweep, plot, verify, info, completion; try 'cycliclr --help'\n"),
                Outcome.of("fil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "fill --help",
                "sweep --help",
                "plot --help",
                "verify --help",
                "info --help",
                "completion --help"
            })
    void helpTeachesByExampleOnStandardOutput(String args) {
        Outcome outcome = Outcome.of(args.split(" "));
        assertEquals(0, outcome.status());
        assertEquals("", outcome.talk());
        assertTrue(outcome.out().matches("(?s).*Examples:\n  .*cycliclr .*") || args.startsWith("info"), outcome.out());
        assertTrue(outcome.out().lines().allMatch(line -> line.length() <= 100), outcome.out());
    }

    /** What bash offers where the last of the words is being typed. */
    @ParameterizedTest
    @CsvSource({
        "cycliclr s,                          sweep",
        "/some/where/cycliclr comp,           completion",
        "cycliclr sweep x.yaml --res,         --resume",
        "cycliclr sweep x.yaml --layout i,    iteration-major",
        "cycliclr fill --base-lr 1 --mode t,  triangular triangular2"
    })
    void shellsCompleteCommandsOptionsAndValues(String words, String offered) throws Exception {
        Outcome outcome = Outcome.of("completion");
        assertEquals(0, outcome.status(), outcome::talk);
        Process bash =
                new ProcessBuilder("bash", "-s").redirectError(Redirect.DISCARD).start();
        try (Writer script = new OutputStreamWriter(bash.getOutputStream(), StandardCharsets.UTF_8)) {
            script.write(outcome.out());
            script.write("COMP_WORDS=(" + words + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n");
            script.write("COMP_LINE='" + words + "'\nCOMP_POINT=${#COMP_LINE}\n");
            script.write("[[ $(complete -p cycliclr) == *' -F _complete_cycliclr '* ]] && _complete_cycliclr\n");
            script.write("echo ${COMPREPLY[@]}\n");
        }
        assertEquals(offered + "\n", new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
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
