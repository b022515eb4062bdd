package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.Layout;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CycliclrTest {
    private static final String MUST =
            "; it must be fill, sweep, plot, verify, info or completion; try 'cycliclr --help'\n";

    static List<String> commands() {
        return Cycliclr.COMMANDS;
    }

    @Test
    void aMissingOrUnknownCommandIsWrongUsage() {
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
    void helpIsACommandToo() {
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
    void wordsThatACommandDoesNotTakeAreOneLine(String args, String complaint) {
        String command = args.split(" ")[0];
        assertEquals(
                new Outcome(2, "", "cycliclr: " + complaint + "; try 'cycliclr " + command + " --help'\n"),
                Outcome.of(args.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpNamesTheOptionsThatThereAre(String name) {
        Outcome outcome = Outcome.of(name, "--help");
        assertEquals(new Outcome(0, outcome.out(), ""), outcome);
        Matcher line = Pattern.compile("(?m)^  (?:-(\\w), |    )--([\\w-]+)(=\\S+)?  +\\S")
                .matcher(outcome.out());
        List<String> named = new ArrayList<>();
        while (line.find()) {
            named.add(line.group(1) + " " + line.group(2) + (line.group(3) == null ? "" : "="));
        }
        List<String> there = options(name)
                .map(option -> option.getOpt() + " " + option.getLongOpt() + (option.hasArg() ? "=" : ""))
                .toList();
        assertEquals(there, named);
        assertEquals(outcome, Outcome.of(name, "-h"));
    }

    @Test
    void helpTeachesByExampleOnStandardOutput() {
        for (String name : commands()) {
            assertHelp(Outcome.of(name, "--help"));
        }
        Outcome whole = Outcome.of("--help");
        assertHelp(whole);
        assertEquals(whole, Outcome.of("-h"));
        commands().forEach(name -> assertTrue(whole.out().contains("\n  " + name + "  "), name));
    }

    private static void assertHelp(Outcome outcome) {
        assertEquals(0, outcome.status());
        assertEquals("", outcome.talk());
        String help = outcome.out();
        assertTrue(help.startsWith("Usage: cycliclr "), help);
        assertTrue(help.matches("(?s).*\n(Examples:\n  |To force one: ).*cycliclr .*\n"), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shellsCompleteTheOptionsThatThereAre(String name) throws Exception {
        String there = options(name).map(option -> "--" + option.getLongOpt()).collect(Collectors.joining(" "));
        assertEquals(there, completed("cycliclr " + name + " --"));
    }

    /** What bash offers where the last of the words is being typed. */
    @ParameterizedTest
    @CsvSource({
        "cycliclr s,                            sweep",
        "/some/where/cycliclr comp,             completion",
        "cycliclr sweep x.yaml --res,           --resume",
        "cycliclr sweep x.yaml --layout i,      iteration-major",
        "cycliclr fill --base-lr 1 --mode t,    triangular triangular2",
        "cycliclr fill --base-lr 1 --mode = e,  exp_range",
        "cycliclr fill --base-lr 1 --mode =,    triangular triangular2 exp_range",
        "cycliclr fill a b c d e f g h i --bas, --base-lr --base-momentum",
        "cycliclr sweep x,                      ''"
    })
    void shellsCompleteCommandsOptionsAndValues(String words, String offered) throws Exception {
        assertEquals(offered, completed(words));
    }

    @Test
    void shellsCompleteTheValuesThatThereAre() throws Exception {
        assertEquals(words(Mode.values()), completed("cycliclr fill --mode ''"));
        assertEquals(words(ScaleMode.values()), completed("cycliclr fill --scale-mode ''"));
        assertEquals(words(DType.values()), completed("cycliclr sweep --dtype ''"));
        assertEquals(words(Layout.values()), completed("cycliclr sweep --layout ''"));
        assertEquals(String.join(" ", commands()) + " --help --version", completed("cycliclr ''"));
    }

    private static String words(Object[] constants) {
        return Stream.of(constants).map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Stream<Option> options(String name) {
        return Stream.concat(Cycliclr.command(name).options().stream(), Stream.of(Arguments.HELP, Arguments.VERSION));
    }

    private static String completed(String words) throws IOException {
        Outcome outcome = Outcome.of("completion");
        assertEquals(0, outcome.status(), outcome::talk);
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
    void theVersionIsSaid() {
        Outcome outcome = Outcome.of("--version");
        assertEquals(outcome, Outcome.of("-V"));
        assertEquals(outcome, Outcome.of("fill", "--version"));
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().matches("cycliclr \\d+\\.\\d+\\.\\d+\\S*\n"), outcome.out());
    }

    @Test
    void infoSaysWhichEvaluatorAndWhy() {
        KernelChoice choice = KernelChoice.lasting();
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
