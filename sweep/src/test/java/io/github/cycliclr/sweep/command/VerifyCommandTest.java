package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerifyCommandTest {
    private static final int ROWS = 600;
    private static final int ITERATIONS = 900;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "config-major,    float32",
        "config-major,    float64",
        "iteration-major, float32",
        "iteration-major, float64"
    })
    void findsEverySingleFlippedBit(String layout, String dtype) throws IOException {
        Path output = sweep("--layout", layout, "--dtype", dtype);
        assertEquals(
                new Outcome(
                        0,
                        output + ": 600 configurations of 900 iterations, " + dtype
                                + ": all 1,080,000 values are right, 20,000 values by arbitrary precision\n",
                        ""),
                Outcome.of("verify", output.toString(), "--all"));
        Random random = new Random(1);
        int bytes = dtype.equals("float32") ? 4 : 8;
        for (int i = 0; i < 20; i++) {
            String name = i % 2 == 0 ? "learning_rate.npy" : "momentum.npy";
            int row = random.nextInt(ROWS);
            int iteration = random.nextInt(ITERATIONS);
            int element = layout.equals("config-major") ? row * ITERATIONS + iteration : iteration * ROWS + row;
            int at = 128 + element * bytes + random.nextInt(bytes);
            int bit = 1 << random.nextInt(8);
            flip(output.resolve(name), at, bit);
            Outcome outcome = Outcome.of("verify", output.toString(), "--all");
            assertEquals(1, outcome.status());
            String place = output.resolve(name) + ": row " + row + ", iteration " + iteration + " (byte "
                    + (128 + element * bytes) + ") is ";
            assertTrue(outcome.messages().startsWith("cycliclr: " + place), outcome::messages);
            assertTrue(outcome.messages().endsWith("; 1 value is wrong\n"), outcome::messages);
            assertEquals(1, outcome.messages().lines().count(), outcome::messages);
            flip(output.resolve(name), at, bit);
        }
        assertEquals(0, Outcome.of("verify", output.toString(), "--all").status());
    }

    @Test
    void comparesEveryValueWithExactEvaluatorOnRequest() throws IOException {
        Path output = sweep();
        assertEquals(
                new Outcome(
                        0,
                        output + ": 600 configurations of 900 iterations, float32: all 1,080,000 values are right,"
                                + " 1,080,000 values by arbitrary precision\n",
                        ""),
                Outcome.of("verify", output.toString(), "--exact"));
        flip(output.resolve("momentum.npy"), 128 + 4 * (ROWS * ITERATIONS - 1), 1);
        Outcome outcome = Outcome.of("verify", output.toString(), "--exact");
        assertTrue(
                outcome.messages().contains("momentum.npy: row 599, iteration 899 (byte 2160124) is "),
                outcome::messages);
        assertTrue(outcome.messages().endsWith("; 1 value is wrong\n"), outcome::messages);
    }

    @Test
    void sampleFindsErrorInAllValues() throws IOException {
        Path output = sweep();
        assertEquals(
                new Outcome(
                        0,
                        output + ": 600 configurations of 900 iterations, float32: what was looked at is right,"
                                + " 20,000 values by arbitrary precision\n",
                        ""),
                Outcome.of("verify", output.toString()));
        for (int at = 128; at < 128 + 4 * ROWS * ITERATIONS; at += 4) {
            flip(output.resolve("momentum.npy"), at, 1);
        }
        Outcome outcome = Outcome.of("verify", output.toString());
        assertEquals(1, outcome.status());
        assertTrue(outcome.messages().endsWith("; 10000 values are wrong\n"), outcome::messages);
    }

    @Test
    void reportsErrorsInManifest() throws IOException {
        Path output = sweep();
        Path manifest = output.resolve("manifest.json");
        String right = Files.readString(manifest);
        Files.writeString(
                manifest,
                right.replace("\"configurations\": 600", "\"configurations\": 7")
                        .replace("\"iterations\": 900,", "\"iterations\": 901,")
                        .replaceFirst("\"bytes\": 2160128", "\"bytes\": 9")
                        .replaceFirst("\"dtype\": \"<f4\"", "\"dtype\": \"<f8\"")
                        .replaceFirst("\\[600, 900\\]", "[900, 600]"));
        Outcome outcome = Outcome.of("verify", output.toString());
        assertEquals(1, outcome.status());
        String[] wrong = {
            "configurations: is '7'; it must be 600",
            "iterations: is '901'; it must be 900",
            "files.learning_rate.npy.bytes: is '9'; it must be 2160128",
            "files.learning_rate.npy.dtype: is '<f8'; it must be <f4",
            "files.learning_rate.npy.shape: is [900, 600]; it must be [600, 900]"
        };
        assertEquals(wrong.length, outcome.messages().lines().count(), outcome::messages);
        for (String each : wrong) {
            assertTrue(outcome.messages().contains(each), outcome::messages);
        }
        // A damaged manifest is a failure, not wrong usage.
        Files.writeString(manifest, right.substring(0, 300));
        outcome = Outcome.of("verify", output.toString());
        assertEquals(1, outcome.status());
        assertTrue(outcome.messages().contains("malformed JSON"), outcome::messages);
        assertEquals(1, outcome.messages().lines().count(), outcome::messages);
    }

    @Test
    void reportsWrongFile() throws IOException {
        Path output = sweep();
        Path rates = output.resolve("learning_rate.npy");
        byte[] whole = Files.readAllBytes(rates);
        Files.write(rates, java.util.Arrays.copyOf(whole, 1000));
        expect(output, rates + " has 1000 bytes; it must have " + whole.length);
        whole[20] ^= 1;
        Files.write(rates, whole);
        expect(
                output,
                rates
                        + " has another header from byte 20 on; it must be that of a NumPy array of shape (600, 900), float32");
        whole[20] ^= 1;
        Files.write(rates, whole);
        Path table = output.resolve("configs.csv");
        String right = Files.readString(table);
        Files.writeString(table, right.replaceFirst("\n1,", "\n7,"));
        assertTrue(
                Outcome.of("verify", output.toString()).messages().startsWith("cycliclr: " + table + ":3: is 7,"),
                "the table is wrong");
        Files.writeString(table, right);
        Path manifest = output.resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("\"sha256\": \"....", "\"sha256\": \"zzzz"));
        assertTrue(
                Outcome.of("verify", output.toString(), "--all")
                        .messages()
                        .startsWith("cycliclr: " + manifest + ": the checksum of learning_rate.npy is zzzz"),
                "the checksum is wrong");
        Files.writeString(manifest, text.replace("\"float32\"", "\"float16\""));
        Outcome outcome = Outcome.of("verify", output.toString());
        assertEquals(1, outcome.status());
        assertTrue(
                outcome.messages().endsWith(": dtype: is 'float16'; it must be float32 or float64\n"),
                outcome::messages);
        Files.delete(manifest);
        expect(output, "cannot read " + manifest + ": no such file or directory");
    }

    private void expect(Path output, String error) {
        assertEquals(new Outcome(1, "", "cycliclr: " + error + "\n"), Outcome.of("verify", output.toString()));
    }

    private Path sweep(String... options) throws IOException {
        Path specification = Files.writeString(folder.resolve("spec.yaml"), """
                method: random
                run_cap: 600
                iterations: 900
                seed: 5
                parameters:
                  base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}
                  max_lr_factor: {min: 3, max: 10}
                  step_size_up: {values: [1, 50, 700]}
                  mode: {values: [triangular, triangular2, exp_range], probabilities: [0.5, 0.25, 0.25]}
                  gamma: {value: 0.999}
                  cycle_momentum: {values: [true, false]}
                """);
        Path output = folder.resolve("out");
        assertEquals(new Outcome(0, "", ""), Outcome.ofSweep(specification, output, options));
        return output;
    }

    private static void flip(Path file, long at, int bit) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ bit);
        }
    }
}
