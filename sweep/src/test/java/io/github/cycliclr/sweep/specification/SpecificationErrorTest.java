package io.github.cycliclr.sweep.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error in a specification: its exact text, line and column. */
class SpecificationErrorTest {
    private static final String HEAD = "method: random\nrun_cap: 4\niterations: 10\n";
    private static final String TOP =
            "method, run_cap, seed, iterations, epochs, iterations_per_epoch, parameters, parameter_groups";
    private static final String KEYS = "value, values, probabilities, distribution, min, max, mu, sigma, q";
    private static final String PARAMETERS =
            "base_lr, max_lr, max_lr_factor, step_size_up, step_size_down, mode, gamma,"
                    + " scale_mode, cycle_momentum, base_momentum, max_momentum";
    private static final String DISTRIBUTIONS = "constant, categorical, int_uniform, uniform, q_uniform,"
            + " log_uniform_values, q_log_uniform_values, inv_log_uniform_values, normal, q_normal, log_normal, q_log_normal";

    private static final String OF_GROUP =
            "base_lr, base_lr_factor, max_lr, max_lr_factor, base_momentum, max_momentum";

    @TempDir
    private Path folder;

    static Stream<Arguments> wrong() {
        return Stream.of(
                file("", "1:1: is empty; it must have method, iterations and parameters"),
                file("method: [grid", "1:14: malformed YAML: expected ',' or ']', but got <stream end>"),
                file("a: b: c", "1:5: malformed YAML: mapping values are not allowed here"),
                file(
                        "method: grid\n---\nmethod: grid",
                        "2:1: malformed YAML: expected a single document in the stream, but found another document"),
                file(
                        "method: grid\n# \u00e9\nrun_cap: \u0000",
                        "3:10: malformed YAML: the character U+0000 is not allowed"),
                file("- grid", "1:1: is not a mapping; its keys may be " + TOP),
                file("run_cap: 3", "1:1: method: is missing; it must be grid, random or sobol"),
                file("method: bayes", "1:9: method: is 'bayes'; it must be grid, random or sobol"),
                file("method: [grid]", "1:9: method: is not a single value; it must be grid, random or sobol"),
                file(
                        "method: grid",
                        "1:1: iterations: is missing; it must be a whole number from 1 to 2^62; or give epochs and"
                                + " iterations_per_epoch"),
                file(
                        "method: grid\niterations: 0",
                        "2:13: iterations: is '0'; it must be a whole number from 1 to 2^62"),
                file(
                        "method: grid\niterations: 1.5",
                        "2:13: iterations: is '1.5'; it must be a whole number, below 2^63"),
                file(
                        "method: grid\niterations: many",
                        "2:13: iterations: is 'many'; it must be a whole number, below 2^63"),
                file(
                        "method: random\niterations: 1",
                        "1:1: run_cap: is missing; it must be the number of configurations to draw, a whole number"
                                + " from 1 to 2147483646"),
                file(
                        "method: random\nrun_cap: 0\niterations: 1",
                        "2:10: run_cap: is '0'; it must be a whole number from 1 to 2147483646"),
                file(HEAD + "seed: x", "4:7: seed: is 'x'; it must be a whole number, below 2^63"),
                file(
                        HEAD,
                        "1:1: parameters: is missing; it must be a mapping of base_lr, max_lr and others to their values"),
                file(HEAD + "metric: loss", "4:1: metric: unknown key; known here are " + TOP),
                file(HEAD + "run_cap: 5", "4:1: run_cap: is given twice; give it once"),
                parameter(
                        "momentum: {value: 1}", "5:3: parameters.momentum: unknown key; known here are " + PARAMETERS),
                parameter("gamma: [0.9]", "5:10: parameters.gamma: is not a mapping; its keys may be " + KEYS),
                parameter("gamma: {minimum: 1}", "5:11: parameters.gamma.minimum: unknown key; known here are " + KEYS),
                parameter(
                        "gamma: {}",
                        "5:10: parameters.gamma: has no values; give value, values, min and max, or distribution"),
                group(
                        "",
                        "7:18: parameter_groups: is not a mapping; its keys are names, of letters, digits, _ and -, at most 64"),
                group(
                        "\n  a/b: {}",
                        "8:3: parameter_groups.a/b: is not a name; use letters, digits, _ and -, at most 64"),
                group(
                        "\n  head: {max_lr: {value: 1}}\n  Head: {max_lr: {value: 1}}",
                        "9:9: parameter_groups.Head: has the name of another group except for case, but file names must"
                                + " differ by more"),
                group("\n  head: {}", "8:9: parameter_groups.head: has no parameters; give it " + OF_GROUP),
                group(
                        "\n  head: {gamma: {value: 1}}",
                        "8:10: parameter_groups.head.gamma: unknown key; known here are " + OF_GROUP),
                group(
                        "\n  head: {max_lr: {value: 1}, max_lr_factor: {value: 1}}",
                        "8:9: parameter_groups.head: both of max_lr and max_lr_factor; give only one of the two"),
                group(
                        "\n  head: {base_lr: {value: 1}, base_lr_factor: {value: 1}}",
                        "8:9: parameter_groups.head: both of base_lr and base_lr_factor; give only one of the two"),
                group(
                        "\n  head: {base_lr_factor: {value: 5}}",
                        "5:3: parameters: row 0 (base_lr=1, max_lr=2, head.base_lr_factor=5): max_lr is 2.0, below"
                                + " base_lr 5.0; it must be finite and at least base_lr"),
                parameter(
                        "gamma: {values: 3}",
                        "5:19: parameters.gamma.values: is not a list; give one or more values," + " [a, b, c]"),
                parameter(
                        "gamma: {values: []}",
                        "5:19: parameters.gamma.values: is an empty list; give one or more values, [a, b, c]"),
                parameter(
                        "gamma: 0.9",
                        "5:10: parameters.gamma: is '0.9' alone; write {value: 0.9}, or values, or a distribution"),
                parameter(
                        "gamma: {distribution: log_uniform, min: -3, max: -1}",
                        "5:25: parameters.gamma.distribution: is 'log_uniform', whose min and max are logarithms; use"
                                + " log_uniform_values, with the values themselves"),
                parameter(
                        "gamma: {values: [1, x]}",
                        "5:23: parameters.gamma.values[1]: is 'x'; it must be a finite number"),
                parameter(
                        "gamma: {value: .inf}", "5:18: parameters.gamma.value: is '.inf'; it must be a finite number"),
                parameter(
                        "gamma: {value: '1'}",
                        "5:18: parameters.gamma.value: is '1' in quotes, a text; it must be a finite number: leave the"
                                + " quotes out"),
                parameter(
                        "gamma: {value: }",
                        "5:17: parameters.gamma.value: is not a single value; it must be a finite" + " number"),
                parameter(
                        "step_size_up: {value: 2.5}",
                        "5:25: parameters.step_size_up.value: is '2.5'; it must be a whole number, below 2^63"),
                parameter(
                        "mode: {value: triangle}",
                        "5:17: parameters.mode.value: is 'triangle'; it must be triangular, triangular2 or exp_range"),
                parameter(
                        "scale_mode: {value: epochs}",
                        "5:23: parameters.scale_mode.value: is 'epochs'; it must be cycle or iterations"),
                parameter(
                        "cycle_momentum: {value: 1}",
                        "5:27: parameters.cycle_momentum.value: is '1'; it must be true or false"),
                parameter(
                        "gamma: {distribution: beta}",
                        "5:25: parameters.gamma.distribution: is 'beta'; it must be one of " + DISTRIBUTIONS),
                parameter(
                        "gamma: {distribution: uniform, min: 0, max: 1, mu: 1}",
                        "5:54: parameters.gamma.mu: is not a key of uniform; its keys are min, max"),
                parameter(
                        "gamma: {distribution: uniform, min: 0}",
                        "5:10: parameters.gamma.max: is missing; give it a value"),
                parameter(
                        "gamma: {distribution: uniform, min: 1, max: 0}",
                        "5:39: parameters.gamma.min: is '1'; it must be at most max, 0"),
                parameter(
                        "gamma: {distribution: log_uniform_values, min: 0, max: 1}",
                        "5:50: parameters.gamma.min: is '0'; it must be above 0 for a logarithm"),
                parameter(
                        "gamma: {values: [1, 2, 3], probabilities: [0.5, 0.5]}",
                        "5:45: parameters.gamma.probabilities: has 2 numbers for 3 values; give one for each"),
                parameter(
                        "gamma: {values: [1, 2], probabilities: [0.5, 0.25]}",
                        "5:42: parameters.gamma.probabilities: adds up to 0.75; the sum must be 1"),
                parameter(
                        "gamma: {values: [1, 2], probabilities: [1.5, -0.5]}",
                        "5:48: parameters.gamma.probabilities[1]: is '-0.5'; it must be at least 0"),
                file(
                        "method: grid\nepochs: 3",
                        "2:9: epochs: epochs need iterations_per_epoch; give it, or iterations"),
                file(
                        "method: grid\nepochs: 3\niterations: 4\niterations_per_epoch: 5",
                        "2:9: epochs: both epochs and iterations; give one of the two"),
                file(
                        "method: grid\nepochs: 0.01\niterations_per_epoch: 5",
                        "2:9: epochs: is 0.0 iterations; it must be from 1 to 2^62 of them"),
                file(
                        "method: grid\nepochs: 3\niterations_per_epoch: 500\nparameters:\n  base_lr: {value: 1}\n"
                                + "  max_lr: {value: 2}\n  step_size_up: {values: [0.5, 0.0005]}",
                        "7:17: parameters.step_size_up: row 1 (base_lr=1, max_lr=2, step_size_up=0): step_size_up is 0; it must be"
                                + " a number of iterations from 1 to 2^61"),
                parameter(
                        "max_momentum: {value: 0.5}", // below the default of base_momentum, which is not in the file
                        "5:3: parameters: row 0 (base_lr=1, max_lr=2, max_momentum=0.5): base_momentum is 0.8, above"
                                + " max_momentum 0.5; it must be at most max_momentum"),
                parameter(
                        "gamma: {distribution: normal, sigma: 0}",
                        "5:40: parameters.gamma.sigma: is '0'; it must be above 0"),
                parameter(
                        "gamma: {distribution: q_normal, q: -1}",
                        "5:38: parameters.gamma.q: is '-1'; it must be above 0"),
                parameter(
                        "mode: {distribution: uniform, min: 0, max: 1}",
                        "5:24: parameters.mode.distribution: is uniform, but mode is not a number; use values"),
                parameter(
                        "step_size_up: {distribution: uniform, min: 1, max: 9}",
                        "5:32: parameters.step_size_up.distribution: is uniform, which draws fractions, but step_size_up"
                                + " is a whole number; use int_uniform, or a q_ distribution with a whole q"),
                file(
                        HEAD + "parameters: {max_lr: {value: 1}}",
                        "4:13: parameters.base_lr: is missing; give it a value"),
                file(
                        HEAD + "parameters: {base_lr: {value: 1}}",
                        "4:13: parameters: neither of max_lr and max_lr_factor; give one of the two"),
                parameter(
                        "max_lr_factor: {value: 3}",
                        "5:3: parameters: both of max_lr and max_lr_factor; give only one of the two"),
                file(
                        "method: grid\niterations: 9\nparameters:\n  base_lr: {distribution: normal}",
                        "4:12: parameters.base_lr: a grid has no distributions and no probabilities; use value or values, or method random or"
                                + " sobol"),
                file(
                        "method: grid\niterations: 4611686018427387904\nparameters:\n  base_lr: {values: [1, 2]}\n"
                                + "  max_lr: {value: 3}",
                        "4:3: parameters: 2 configurations of 4611686018427387904 iterations are too large for files;"
                                + " give fewer"),
                file(
                        "method: grid\niterations: 9\nparameters:\n  base_lr: {values: [1, 4]}\n  max_lr: {value: 3}",
                        "5:11: parameters.max_lr: row 1 (base_lr=4, max_lr=3): max_lr is 3.0, below base_lr 4.0; it must be"
                                + " finite and at least base_lr"));
    }

    private static Arguments file(String text, String error) {
        return Arguments.of(text, error);
    }

    private static Arguments group(String text, String error) {
        return file(
                HEAD + "parameters:\n  base_lr: {value: 1}\n  max_lr: {value: 2}\nparameter_groups: " + text, error);
    }

    private static Arguments parameter(String line, String error) {
        return file(HEAD + "parameters:\n  " + line + "\n  base_lr: {value: 1}\n  max_lr: {value: 2}\n", error);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void reportsPlaceErrorAndCorrection(String text, String error) throws IOException {
        Path file = Files.writeString(folder.resolve("SPEC.yaml"), text);
        SpecificationException wrong = assertThrows(SpecificationException.class, () -> {
            Configurations configurations = new Configurations(SpecificationReader.read(file, file), 0);
            for (int row = 0; row < configurations.count(); row++) {
                configurations.schedule(row);
            }
        });
        assertEquals(file + ":" + error, wrong.getMessage());
    }
}
