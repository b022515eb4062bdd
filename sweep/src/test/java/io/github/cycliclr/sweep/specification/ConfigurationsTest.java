package io.github.cycliclr.sweep.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ParameterGroup;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {
    @TempDir
    private Path folder;

    private Configurations of(String text, long seed) throws IOException {
        return new Configurations(SpecificationReader.of(folder.resolve("s.yaml"), text), seed);
    }

    private static List<String> rows(Configurations configurations) {
        return IntStream.range(0, configurations.count())
                .mapToObj(row -> configurations.at(row).toString())
                .toList();
    }

    @Test
    void gridHasEveryCombination() throws IOException {
        String text = """
                method: grid
                iterations: 10
                parameters:
                  base_lr: {values: [0.1, 0.2]}
                  max_lr: {value: 1}
                  mode: {values: [triangular, exp_range]}
                """;
        List<String> all = List.of(
                "base_lr=0.1, max_lr=1, mode=triangular",
                "base_lr=0.1, max_lr=1, mode=exp_range",
                "base_lr=0.2, max_lr=1, mode=triangular",
                "base_lr=0.2, max_lr=1, mode=exp_range");
        assertEquals(all, rows(of(text, 0)));
        assertEquals(all.subList(0, 3), rows(of("run_cap: 3\n" + text, 5)));
    }

    @Test
    void seedDrawsTheSameOnEveryJdk() throws IOException {
        String text = """
                method: random
                run_cap: 3
                iterations: 10
                parameters:
                  base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}
                  max_lr_factor: {distribution: normal, mu: 10, sigma: 0.5}
                  step_size_up: {distribution: int_uniform, min: 100, max: 2000}
                  gamma: {distribution: q_uniform, min: 0.9, max: 1, q: 0.001}
                """;
        Configurations drawn = of(text, 42);
        List<List<Object>> expected = List.of(
                List.of(0.0016776240224815595, 9.5025868840974, 629L, 0.934),
                List.of(1.3004405575685794E-5, 10.559027098497825, 515L, 0.98),
                List.of(1.0466298501054264E-4, 10.150748283594504, 489L, 0.9490000000000001));
        for (int row = 0; row < 3; row++) {
            assertEquals(expected.get(row), List.copyOf(drawn.at(row).values().values()));
        }
    }

    @Test
    void everyParameterReachesTheSchedule() throws IOException {
        Schedule schedule = of("""
                        method: grid
                        iterations: 10
                        parameters:
                          base_lr: {value: 0.25}
                          max_lr_factor: {value: 4}
                          step_size_up: {value: 1e3}
                          step_size_down: {value: 30}
                          mode: {value: exp_range}
                          gamma: {value: 0.5}
                          scale_mode: {value: cycle}
                          cycle_momentum: {value: True}
                          base_momentum: {value: 0.5}
                          max_momentum: {value: 0.75}
                        """, 0).schedule(0);
        assertEquals(
                Schedule.builder()
                        .baseLr(0.25)
                        .maxLr(1)
                        .stepSizeUp(1000)
                        .stepSizeDown(30)
                        .mode(Mode.EXP_RANGE)
                        .gamma(0.5)
                        .scaleMode(ScaleMode.CYCLE)
                        .baseMomentum(0.5)
                        .maxMomentum(0.75)
                        .build(),
                schedule);
    }

    @Test
    void parameterGroupInheritsMissingParameters() throws IOException {
        Configurations configurations = of("""
                method: random
                run_cap: 5
                iterations: 10
                parameters:
                  base_lr: {min: 0.25, max: 0.5}
                  max_lr_factor: {value: 4}
                  step_size_up: {min: 10, max: 20}
                  max_momentum: {value: 0.95}
                parameter_groups:
                  head: {base_lr_factor: {values: [8, 16]}}
                  neck: {max_lr: {value: 4}, base_momentum: {min: 0, max: 0}}
                  embedding: {base_lr: {value: 0.125}, max_lr_factor: {value: 2}, max_momentum: {value: 0.875}}
                """, 1);
        assertEquals(
                List.of("", "head", "neck", "embedding"),
                configurations.specification().groupNames());
        Set<Double> factors = new TreeSet<>();
        for (int row = 0; row < configurations.count(); row++) {
            Schedule schedule = configurations.schedule(row);
            double rate = schedule.learningRate().rest();
            double factor = schedule.parameterGroups().get(1).learningRate().rest() / rate;
            factors.add(factor);
            assertEquals(
                    List.of(
                            group(rate, 4 * rate, 0.8, 0.95),
                            group(factor * rate, 4 * factor * rate, 0.8, 0.95),
                            group(rate, 4, 0, 0.95),
                            group(0.125, 0.25, 0.8, 0.875)),
                    schedule.parameterGroups());
        }
        assertEquals(Set.of(8.0, 16.0), factors);
        assertEquals(
                "base_lr=" + configurations.at(0).values().get(Parameter.BASE_LR) + ", max_lr_factor=4, step_size_up="
                        + configurations.schedule(0).shape().stepSizeUp()
                        + ", max_momentum=0.95, head.base_lr_factor=16, neck.max_lr=4, neck.base_momentum=0,"
                        + " embedding.base_lr=0.125, embedding.max_lr_factor=2, embedding.max_momentum=0.875",
                configurations.at(0).toString());
    }

    private static ParameterGroup group(double baseLr, double maxLr, double baseMomentum, double maxMomentum) {
        return new ParameterGroup(
                Curve.learningRate(baseLr, maxLr), Optional.of(Curve.momentum(baseMomentum, maxMomentum)));
    }

    @Test
    void parameterGroupsDoNotChangeDrawsOfFirstGroup() throws IOException {
        String text = """
                method: grid
                iterations: 10
                parameters:
                  base_lr: {values: [0.1, 0.2]}
                  max_lr: {value: 8}
                parameter_groups:
                  head: {max_lr: {values: [1, 2]}}
                """;
        assertEquals(
                List.of(
                        "base_lr=0.1, max_lr=8, head.max_lr=1",
                        "base_lr=0.1, max_lr=8, head.max_lr=2",
                        "base_lr=0.2, max_lr=8, head.max_lr=1",
                        "base_lr=0.2, max_lr=8, head.max_lr=2"),
                rows(of(text, 0)),
                "a grid varies them fastest");
        String sobol = text.replace("grid", "sobol\nrun_cap: 4")
                .replace("values: [0.1, 0.2]", "min: 0.5, max: 1")
                .replace("values: [1, 2]", "min: 2, max: 3");
        Configurations with = of(sobol, 0);
        Configurations without = of(sobol.substring(0, sobol.indexOf("parameter_groups")), 0);
        for (int row = 0; row < 4; row++) {
            assertEquals(without.at(row).values(), with.at(row).values());
        }
    }

    @Test
    void convertsEpochsToIterations() throws IOException {
        Configurations configurations = of("""
                method: random
                run_cap: 100
                epochs: 2.5
                iterations_per_epoch: 391
                parameters:
                  base_lr: {value: 0.25}
                  max_lr: {value: 1}
                  step_size_up: {min: 2, max: 4}
                  step_size_down: {values: [0.5, null]}
                """, 0);
        assertEquals(978, configurations.specification().iterations(), "977.5 to even");
        Set<Long> up = new TreeSet<>();
        for (int row = 0; row < configurations.count(); row++) {
            Shape shape = configurations.schedule(row).shape();
            up.add(shape.stepSizeUp());
            assertTrue(Set.of(196L, shape.stepSizeUp()).contains(shape.stepSizeDown()), shape::toString);
        }
        assertEquals(Set.of(782L, 1173L, 1564L), up);
    }

    @Test
    void absentAndNullParametersHavePyTorchDefaults() throws IOException {
        Schedule schedule = of("""
                        method: grid
                        iterations: 10
                        parameters:
                          base_lr: {value: 0.25}
                          max_lr: {value: 1}
                          step_size_down: {values: [null, 3]}
                          scale_mode: {value: null}
                        """, 0).schedule(0);
        assertEquals(2000, schedule.shape().stepSizeUp());
        assertEquals(2000, schedule.shape().stepSizeDown());
        assertEquals(Scaling.NONE, schedule.shape().scaling());
        assertEquals(Optional.of(Curve.momentum(0.8, 0.9)), schedule.momentum());
    }
}
