package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.specification.Specification.Group;
import io.github.cycliclr.sweep.specification.Specification.Sampled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a specification: YAML, in the conventions of W&amp;B sweep files. Errors are {@link SpecificationException}s. */
public final class SpecificationReader {
    private static final List<String> KEYS = List.of(
            "method",
            "run_cap",
            "seed",
            "iterations",
            "epochs",
            "iterations_per_epoch",
            "parameters",
            "parameter_groups");

    /** Each has files that are open at once, and dimensions of a Sobol sequence, of which there are 1000. */
    private static final int MAX_GROUPS = 64;

    /** Part of a file name. */
    private static final Pattern GROUP_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final String COUNT = "a whole number from 1 to " + Configurations.MAX_COUNT;
    private static final String ITERATIONS = "a whole number from 1 to 2^62";

    private final YamlMapping top;
    private final Method method;

    private SpecificationReader(YamlMapping top) {
        this.top = top;
        this.method = top.get("method", "it must be grid, random or sobol").oneOf(List.of(Method.values()));
    }

    /** The specification in a file, which has this name in errors. */
    public static Specification read(Path file, Path name) throws IOException {
        return of(name, new YamlParser(name).decode(Files.readAllBytes(file)));
    }

    /** The specification in a text, which has this file name in errors. */
    public static Specification of(Path file, String text) {
        YamlValue root = new YamlParser(file).parse(text, "method, iterations and parameters");
        return new SpecificationReader(root.mapping(KEYS)).read(text);
    }

    private Specification read(String text) {
        OptionalLong perEpoch = atLeastOne("iterations_per_epoch", Shape.LAST_ITERATION, ITERATIONS);
        long iterations = iterations(perEpoch);
        OptionalLong runCap = atLeastOne("run_cap", Configurations.MAX_COUNT, COUNT);
        if (runCap.isEmpty() && method != Method.GRID) {
            throw top.missing("run_cap", "it must be the number of configurations to draw, " + COUNT);
        }
        OptionalLong seed =
                top.find("seed").stream().mapToLong(YamlValue::integer).findFirst();
        YamlValue parameters =
                top.get("parameters", "it must be a mapping of base_lr, max_lr and others to their values");
        List<Group> groups = new ArrayList<>();
        groups.add(firstGroup(parameters.mapping(Parameter.NAMES), perEpoch));
        top.find("parameter_groups").ifPresent(further -> groups.addAll(furtherGroups(further)));
        return new Specification(text, method, runCap, seed, iterations, groups, parameters.place());
    }

    private OptionalLong atLeastOne(String key, long max, String expected) {
        return top.find(key).stream()
                .mapToLong(yaml -> {
                    long value = yaml.integer();
                    if (value < 1 || value > max) {
                        throw yaml.wrong(expected);
                    }
                    return value;
                })
                .findFirst();
    }

    private long iterations(OptionalLong perEpoch) {
        OptionalLong iterations = atLeastOne("iterations", Shape.LAST_ITERATION, ITERATIONS);
        Optional<YamlValue> given = top.find("epochs");
        if (given.isEmpty()) {
            return iterations.orElseThrow(() -> top.missing(
                    "iterations", "it must be " + ITERATIONS + "; or give epochs and iterations_per_epoch"));
        }
        YamlValue epochs = given.get();
        if (iterations.isPresent()) {
            throw epochs.error("both epochs and iterations; give one of the two");
        }
        if (perEpoch.isEmpty()) {
            throw epochs.error("epochs need iterations_per_epoch; give it, or iterations");
        }
        double product = Math.rint(epochs.number() * perEpoch.getAsLong());
        if (!(product >= 1 && product <= Shape.LAST_ITERATION)) {
            throw epochs.error("is " + product + " iterations; it must be from 1 to 2^62 of them");
        }
        return (long) product;
    }

    private Group firstGroup(YamlMapping yaml, OptionalLong perEpoch) {
        Group group = group("", yaml, perEpoch);
        yaml.get("base_lr", "give it a value");
        if (!yaml.has("max_lr") && !yaml.has("max_lr_factor")) {
            throw yaml.value().error("neither of max_lr and max_lr_factor; give one of the two");
        }
        return group;
    }

    private List<Group> furtherGroups(YamlValue yaml) {
        YamlMapping groups = yaml.mapping(GROUP_NAME, "letters, digits, _ and -, at most 64");
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        groups.entries().forEach((name, group) -> {
            if (!names.add(name)) {
                throw group.error("has the name of another group except for case, but file names must differ by more");
            }
        });
        if (names.size() > MAX_GROUPS) {
            throw yaml.error("has " + names.size() + " groups; there may be at most " + MAX_GROUPS);
        }
        List<Group> further = new ArrayList<>();
        groups.entries().forEach((name, group) -> {
            YamlMapping parameters = group.mapping(Parameter.NAMES_OF_GROUP);
            if (parameters.entries().isEmpty()) {
                throw group.error("has no parameters; give it " + String.join(", ", Parameter.NAMES_OF_GROUP));
            }
            further.add(group(name, parameters, OptionalLong.empty()));
        });
        return further;
    }

    private Group group(String name, YamlMapping yaml, OptionalLong perEpoch) {
        List<Sampled> sampled = new ArrayList<>();
        yaml.entries().forEach((parameter, value) -> sampled.add(sampled(Parameter.of(parameter), value, perEpoch)));
        for (String bound : List.of("base_lr", "max_lr")) {
            if (yaml.has(bound) && yaml.has(bound + "_factor")) {
                throw yaml.value().error("both of " + bound + " and " + bound + "_factor; give only one of the two");
            }
        }
        return new Group(name, sampled);
    }

    private Sampled sampled(Parameter parameter, YamlValue yaml, OptionalLong perEpoch) {
        boolean inEpochs = perEpoch.isPresent() && parameter.isStepSize();
        Distribution distribution = DistributionReader.read(parameter, parameter.isStepSize() && !inEpochs, yaml);
        boolean listed =
                distribution instanceof Distribution.Constant || distribution instanceof Distribution.Categorical;
        if (method == Method.GRID && !listed) {
            throw yaml.error(
                    "a grid has no distributions and no probabilities; use value or values, or method random or sobol");
        }
        return new Sampled(parameter, distribution, inEpochs ? perEpoch : OptionalLong.empty(), yaml.place());
    }
}
