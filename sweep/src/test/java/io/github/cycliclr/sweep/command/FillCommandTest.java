package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.Schedule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillCommandTest {
    private static final String SCHEDULE = "fill --base-lr 0.001 --max-lr 0.006 --step-size-up 2000 ";
    private static final String TRY = "; try 'cycliclr fill --help'\n";

    @TempDir
    private Path folder;

    private static Outcome fill(String options) {
        return Outcome.of((SCHEDULE + options).trim().split(" +"));
    }

    @Test
    void printsTheIterationsInTheOrderAsked() {
        assertEquals(
                new Outcome(
                        0,
                        "iteration,learning_rate\n2000,0.006\n0,0.001\n4611686018427387904,0.00124\n2000,0.006\n",
                        ""),
                fill("--at 2000,0,4611686018427387904,2000"));
    }

    @Test
    void printsMomentumWhenAsked() {
        assertEquals(
                "iteration,learning_rate,momentum\n2000,0.006,0.8\n4000,0.001,0.9\n",
                fill("--momentum --at 2000,4000").out());
        assertEquals(
                "iteration,learning_rate,momentum\n2000,0.006,0.25\n",
                fill("--momentum --base-momentum 0.25 --max-momentum 0.5 --at 2000")
                        .out());
    }

    @Test
    void printedNumbersReadBackToTheValuesOfTheEvaluator() {
        Schedule schedule = Schedule.builder()
                .baseLr(0.001)
                .maxLr(0.006)
                .stepSizeUp(2000)
                .stepSizeDown(3)
                .mode(Mode.EXP_RANGE)
                .gamma(0.999)
                .build();
        BulkEvaluator evaluator = BulkEvaluator.of(schedule.shape());
        String options = "--step-size-down 3 --mode exp_range --gamma 0.999 --start 1900 --count 9000";
        List<String> doubles = fill(options).out().lines().skip(1).toList();
        List<String> floats =
                fill(options + " --dtype float32").out().lines().skip(1).toList();
        assertEquals(9000, doubles.size());
        for (int i = 0; i < 9000; i++) {
            String[] row = doubles.get(i).split(",");
            assertEquals(1900 + i, Long.parseLong(row[0]));
            assertEquals(evaluator.valueAt(schedule.learningRate(), 1900 + i), Double.parseDouble(row[1]));
            assertEquals(
                    evaluator.floatValueAt(schedule.learningRate(), 1900 + i),
                    Float.parseFloat(floats.get(i).split(",")[1]));
        }
    }

    @Test
    void fileHoldsWhatIsPrinted() throws IOException {
        Path file = folder.resolve("a.csv");
        assertEquals(
                new Outcome(0, "", "cycliclr: 2.25 cycles of 4,000 iterations; the mean learning rate is 0.00336236\n"),
                fill("--start 5 --count 9000 -o " + file));
        assertEquals(fill("--start 5 --count 9000").out(), Files.readString(file));
        assertEquals(List.of(file), contents());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, (1 << 17) - 1, 1 << 17, (1 << 17) + 1})
    void numpyFileHoldsRatesAndMomentaAcrossBlocks(int count) throws IOException {
        Path file = folder.resolve("a.npy");
        assertEquals(
                0, fill("--momentum --start 7 --count " + count + " -o " + file).status());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(128 + 2 * 8 * count, bytes.limit());
        Schedule schedule =
                Schedule.builder().baseLr(0.001).maxLr(0.006).stepSizeUp(2000).build();
        BulkEvaluator evaluator = BulkEvaluator.of(schedule.shape());
        for (int i = 0; i < count; i += Math.max(1, count / 100)) {
            assertEquals(evaluator.valueAt(schedule.learningRate(), 7 + i), bytes.getDouble(128 + 8 * i));
            assertEquals(
                    evaluator.valueAt(schedule.momentum().orElseThrow(), 7 + i),
                    bytes.getDouble(128 + 8 * (count + i)));
        }
    }

    @Test
    void standardOutputHasAnyFormat() throws IOException {
        Path file = folder.resolve("a.npy");
        assertEquals(0, fill("--momentum --count 200000 -o " + file).status());
        for (String output : List.of("", "-o -", "-o /dev/stdout", "-o /dev/fd/1", "-o /proc/self/fd/1")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String options = "--momentum --count 200000 --format npy " + output;
            assertEquals(
                    new Outcome(0, "", ""),
                    Outcome.withOutput(out, (SCHEDULE + options).trim().split(" ")));
            assertArrayEquals(Files.readAllBytes(file), out.toByteArray());
            assertEquals(fill("--count 3"), fill("--count 3 --format csv " + output));
        }
        assertEquals(0, fill("--count 3 --format csv -o " + folder.resolve("a")).status());
        assertEquals(fill("--count 3").out(), Files.readString(folder.resolve("a")));
    }

    @Test
    void writesIntoNamedPipe() throws Exception {
        Path pipe = folder.resolve("X.npy");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process reader = new ProcessBuilder("timeout", "60", "cat", pipe.toString()).start();
        assertEquals(0, fill("--count 3 -o " + pipe).status());
        byte[] bytes = reader.getInputStream().readAllBytes();
        assertEquals(128 + 3 * 8, bytes.length);
        assertEquals(
                0.0010025, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(128 + 8));
        assertEquals(List.of(pipe), contents());
    }

    @Test
    void startIsZeroByDefault() {
        assertEquals(fill("--start 0 --count 3"), fill("--count 3"));
    }

    @Test
    void warnsOfGammaWithoutEffect() {
        assertEquals(
                "cycliclr: warning: --gamma has no effect with --mode triangular2; it is for exp_range\n",
                fill("--mode triangular2 --gamma 0.5 --at 0").messages());
    }

    @Test
    void warnsOfGammaAboveOneOnStandardError() {
        Outcome outcome = fill("--mode exp_range --gamma 1.5 --at 0");
        assertEquals(0, outcome.status());
        assertEquals("iteration,learning_rate\n0,0.001\n", outcome.out());
        assertEquals(
                "cycliclr: warning: gamma is 1.5, above 1: the amplitude grows without bound and leaves max_lr;"
                        + " the learning rate passes 10 times max_lr at iteration 18, and is infinite at iteration 1764\n",
                outcome.messages());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --at 1 --start 0|--at and --start exclude each other; give one of them
            --at 1 --count 1|--at and --count exclude each other; give one of them
            --start 1|--count is missing; give --at N1,N2,... or --start N --count N
            ''|--at or --count is missing; give --at N1,N2,... or --start N --count N
            --at -1|--at has iteration -1; it must be from 0 to 2^62
            --start 4611686018427387905 --count 1|--start has iteration 4611686018427387905; it must be from 0 to 2^62
            --start 4611686018427387904 --count 2|--count is 2; it must be at least 1 and not lead beyond iteration 2^62
            --start 0 --count 0|--count is 0; it must be at least 1 and not lead beyond iteration 2^62
            --at 1.5|--at is '1.5'; it must be a whole number, less than 2^63
            --at 1,,2|--at is ''; it must be a whole number, less than 2^63
            --at 9223372036854775808|--at is '9223372036854775808'; it must be a whole number, less than 2^63
            --count 4611686018427387904 --format npy|--count is 4611686018427387904; an npy file cannot hold as many values, give fewer
            --start 0 --count x|--count is 'x'; it must be a whole number, less than 2^63
            --at 1 --base-momentum 0.5|--base-momentum is given without --momentum; add --momentum
            --at 1 --max-momentum 0.5|--max-momentum is given without --momentum; add --momentum
            --at 1 -o a.txt|-o is a.txt; it must end with .npy or .csv, or add --format npy or csv
            --at 1 --mode cosine|--mode is 'cosine'; it must be triangular, triangular2 or exp_range
            --at 1 --scale-mode x|--scale-mode is 'x'; it must be cycle or iterations
            --at 1 --dtype int8|--dtype is 'int8'; it must be float32 or float64
            --at 1 --gamma -1|--gamma is -1.0; it must be finite and at least 0
            --at 1 --step-size-down 0|--step-size-down is 0; it must be a number of iterations from 1 to 2^61
            --at 1 --momentum --max-momentum 0.5|--base-momentum is 0.8, above --max-momentum 0.5; it must be at most --max-momentum
            --at 1 --nonsense|unknown option '--nonsense'
            --at 1 --gamma x|--gamma is 'x'; it must be a number
            --at 1 --gamma|--gamma needs a value
            --at 1 --at 2|--at is given twice; give it once
            --at 1 2|'2' is one too many; give options and nothing else
            --at 1 -o=|-o is empty; name a file or directory
            --at 1 -o npy|-o is npy; it must end with .npy or .csv, or add --format npy or csv
            --at 1 -o a.csv --format npy|-o is a.csv, but --format is npy; give one of them
            --at 1 --format png|--format is 'png'; it must be npy or csv
            --at 1 -output.npy|'-output.npy' has one dash; write --output
            -at 1|'-at' has one dash; write --at
            --at 1 --momentum=true|--momentum takes no value
            """)
    void wrongUsageGivesOneLineAndStatusTwo(String options, String message) {
        assertEquals(new Outcome(2, "", "cycliclr: " + message + TRY), fill(options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base-lr", "max-lr", "step-size-up"})
    void requiredOptionsAreReported(String option) {
        String rest = (SCHEDULE + "--at 1").replaceAll("--" + option + " \\S+ ", "");
        assertEquals(new Outcome(2, "", "cycliclr: --" + option + " is missing" + TRY), Outcome.of(rest.split(" ")));
    }

    @Test
    void optionsAndValuesMayBeOneWord() {
        String words = "fill --base-lr=0.001 --max-lr=0.006 --step-size-up=2000 --at=2000,0";
        assertEquals(fill("--at 2000,0"), Outcome.of(words.split(" ")));
        Path file = folder.resolve("a.csv");
        assertEquals(0, fill("--at 2000 -o" + file).status());
        assertTrue(Files.exists(file));
    }

    @Test
    void unwritableFileGivesOneLineAndStatusOne() {
        Path file = folder.resolve("none/a.npy");
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "cycliclr: cannot write " + file + ": no file can be created in " + file.getParent()
                                + ": no such file or directory\n"),
                fill("--at 1 -o " + file));
        Path directory = folder.resolve("a.npy");
        directory.toFile().mkdir();
        assertEquals(
                new Outcome(1, "", "cycliclr: cannot write " + directory + ": it is a directory; name a file\n"),
                fill("--at 1 -o " + directory));
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "cycliclr: cannot write F: it needs 32000000000000128 bytes and the disk has N left; free some, or"
                                + " choose another disk\n"),
                normalised(fill("--start 0 --count 4000000000000000 -o " + folder.resolve("big.npy"))));
        assertFalse(Files.exists(folder.resolve("big.npy")));
    }

    private static Outcome normalised(Outcome outcome) {
        String messages =
                outcome.messages().replaceAll("write [^:]+:", "write F:").replaceAll("has \\d+ left", "has N left");
        return new Outcome(outcome.status(), outcome.out(), messages);
    }

    @Test
    void closedStandardOutputIsNoFailure() {
        assertEquals(new Outcome(0, "", ""), withFailingOutput("Broken pipe"));
    }

    @Test
    void fullStandardOutputIsAFailure() {
        assertEquals(
                new Outcome(1, "", "cycliclr: cannot write standard output: No space left on device\n"),
                withFailingOutput("No space left on device"));
    }

    private static Outcome withFailingOutput(String reason) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        return Outcome.withOutput(failing, (SCHEDULE + "--start 0 --count 100000").split(" "));
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
