package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.kernel.KernelChoice;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycliclrTest {
    private static final String MUST =
            "; it must be fill, sweep, plot, verify, info or completion; try 'cycliclr --help'\n";

    @Test
    void missingOrUnknownCommandIsWrongUsage() {
        assertEquals(new Outcome(2, "", "cycliclr: a command is missing" + MUST), Outcome.of());
        assertEquals(new Outcome(2, "", "cycliclr: unknown command 'fil'" + MUST), Outcome.of("fil"));
        assertEquals(
                new Outcome(
                        2,
                        "",
                        "cycliclr: unknown option '--fill'; begin with a command, fill, sweep, plot, verify, info or"
                                + " completion; try 'cycliclr --help'\n"),
                Outcome.of("--fill"));
    }

    @Test
    void helpIsACommand() {
        assertEquals(Outcome.of("--help"), Outcome.of("help"));
        assertEquals(Outcome.of("sweep", "--help"), Outcome.of("help", "sweep"));
    }

    @ParameterizedTest
    @CsvSource({
        "info x,                    'x' is one too many; give options and nothing else",
        "verify a b,                'b' is one too many; give options and one file or directory",
        "verify,                    DIR is missing; name the folder of a sweep",
        "verify a --threads,        --threads needs a value",
        "verify a --threads --all,  --threads needs a value",
        "verify a --all --all,      --all is given twice; give it once",
        "verify a --all=1,          --all takes no value",
        "verify a --all1=1,         unknown option '--all1=1'",
        "verify a -x,               unknown option '-x'"
    })
    void wrongArgumentsGiveOneLine(String args, String message) {
        String command = args.split(" ")[0];
        assertEquals(
                new Outcome(2, "", "cycliclr: " + message + "; try 'cycliclr " + command + " --help'\n"),
                Outcome.of(args.split(" ")));
    }

    @Test
    void helpListsOptionsWithTheirValuesAndDefaults() {
        Outcome outcome = Outcome.of("verify", "--help");
        assertEquals(new Outcome(0, outcome.out(), ""), outcome);
        assertEquals(outcome, Outcome.of("verify", "-h"));
        assertTrue(outcome.out().startsWith("Usage: cycliclr verify DIR [--all | --exact] [--threads N]\n"));
        assertTrue(outcome.out().contains("""

                Options:
                      --all                Compare every value, to the bit, and the checksums.
                      --exact              Compare every value with arbitrary precision, one or two
                                           microseconds each, and the checksums.
                      --threads N          How many threads, from 1 to 1024; default one for each processor.
                  -h, --help               Show this help.
                  -V, --version            Show the version.

                """), outcome.out());
        assertTrue(Outcome.of("fill", "--help").out().contains("""
                      --mode MODE          How the amplitude changes: triangular, triangular2 or exp_range;
                                           default triangular.
                """));
    }

    @Test
    void helpHasExamplesAndNarrowLines() {
        for (String name : Cycliclr.COMMANDS) {
            assertHelp(Outcome.of(name, "--help"));
        }
        Outcome whole = Outcome.of("--help");
        assertHelp(whole);
        assertEquals(whole, Outcome.of("-h"));
        Cycliclr.COMMANDS.forEach(name -> assertTrue(whole.out().contains("\n  " + name + "  "), name));
    }

    private static void assertHelp(Outcome outcome) {
        assertEquals(0, outcome.status());
        assertEquals("", outcome.messages());
        String help = outcome.out();
        assertTrue(help.startsWith("Usage: cycliclr "), help);
        assertTrue(help.matches("(?s).*\nExamples:\n  .*cycliclr .*\n"), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    }

    @ParameterizedTest
    @CsvSource({
        "cycliclr s,                            sweep",
        "/some/where/cycliclr comp,             completion",
        "cycliclr sweep x.yaml --res,           --resume",
        "cycliclr '',                           fill sweep plot verify info completion --help --version",
        "cycliclr help v,                       verify",
        "cycliclr verify --,                    --all --exact --threads --help --version",
        "cycliclr fill --scale-mode '',         cycle iterations",
        "cycliclr fill --format '',             npy csv",
        "cycliclr plot --format '',             png svg",
        "cycliclr sweep --dtype '',             float32 float64",
        "cycliclr sweep x.yaml --layout i,      iteration-major",
        "cycliclr fill --base-lr 1 --mode t,    triangular triangular2",
        "cycliclr fill --base-lr 1 --mode = e,  exp_range",
        "cycliclr fill --base-lr 1 --mode =,    triangular triangular2 exp_range",
        "cycliclr fill --base-lr 1 --mode=e,    --mode=exp_range",
        "cycliclr fill a b c d e f g h i --bas, --base-lr --base-momentum",
        "cycliclr sweep x,                      ''"
    })
    void bashCompletesCommandsOptionsAndValues(String words, String offered) throws Exception {
        assertEquals(offered, completed(words));
    }

    /** The words that bash offers for the last of these words. */
    private static String completed(String words) throws IOException {
        Outcome outcome = Outcome.of("completion");
        assertEquals(0, outcome.status(), outcome::messages);
        Process bash =
                new ProcessBuilder("bash", "-s").redirectError(Redirect.DISCARD).start();
        try (Writer script = new OutputStreamWriter(bash.getOutputStream(), StandardCharsets.UTF_8)) {
            script.write(outcome.out());
            script.write("COMP_WORDS=(" + words + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n");
            script.write("[[ $(complete -p cycliclr) == *' -F _complete_cycliclr '* ]] && _complete_cycliclr\n");
            script.write("echo ${COMPREPLY[@]}\n");
        }
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void printsVersion() {
        Outcome outcome = Outcome.of("--version");
        assertEquals(outcome, Outcome.of("-V"));
        assertEquals(outcome, Outcome.of("fill", "--version"));
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().matches("cycliclr \\d+\\.\\d+\\.\\d+\\S*\n"), outcome.out());
    }

    @Test
    void infoPrintsEvaluatorAndReason() {
        KernelChoice choice = KernelChoice.lasting();
        Outcome outcome = Outcome.of("info");
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().contains("jdk:        " + Runtime.version()), outcome.out());
        assertTrue(outcome.out().contains("evaluator:  " + choice.kernels().description() + "\n"), outcome.out());
        assertTrue(outcome.out().contains("because:    " + choice.reason() + "\n"), outcome.out());
    }

    @Test
    void unknownForcedEvaluatorGivesOneLine() {
        System.setProperty(KernelChoice.PROPERTY, "quantum");
        try {
            Outcome outcome = Outcome.of("info");
            assertEquals(1, outcome.status());
            assertTrue(
                    outcome.messages()
                            .startsWith(
                                    "cycliclr: -Dcycliclr.evaluator=quantum is unknown; it must be vector or scalar"),
                    outcome.messages());
            assertEquals(1, outcome.messages().lines().count());
        } finally {
            System.clearProperty(KernelChoice.PROPERTY);
        }
    }
}
