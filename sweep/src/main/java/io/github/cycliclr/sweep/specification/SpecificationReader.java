package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.specification.Specification.Group;
import io.github.cycliclr.sweep.specification.Specification.Sampled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a specification file: YAML, in the conventions of W&amp;B sweep files. */
public final class SpecificationReader {
    /** The most configurations a sweep can have; Sobol's sequence counts its points in an int, from 1. */
    static final long MAX_CONFIGURATIONS = Integer.MAX_VALUE - 1;

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
    private static final int MOST_GROUPS = 64;

    /** They become parts of file names. */
    private static final Pattern GROUP_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final String UP_TO_LAST = "a whole number from 1 to 2^62";

    private final YamlValue root;
    private final Map<String, YamlValue> entries;

    private SpecificationReader(YamlValue root) {
        this.root = root;
        this.entries = root.mapping(KEYS);
    }

    /**
     * The specification in a file.
     *
     * @param name what it is called in complaints
     * @throws SpecificationException if the file says something that cannot be used; its message has line and column
     * @throws IOException if the file cannot be read
     */
    public static Specification read(Path file, Path name) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(rest, text, true).isError()) {
            throw new SpecificationException(name + ":"
                    + YamlValue.behind(text.flip().toString())
                    + ": is not UTF-8 text, for here is a byte " + String.format("0x%02X", bytes[rest.position()])
                    + "; it must be a YAML file");
        }
        return of(name, text.flip().toString());
    }

    /**
     * The specification in a text.
     *
     * @param file where it comes from, for complaints
     * @throws SpecificationException if it says something that cannot be used
     */
    public static Specification of(Path file, String text) {
        return new SpecificationReader(YamlValue.root(file, text, "method, iterations and parameters"))
                .read(file, text);
    }

    private Specification read(Path file, String text) {
        Method method = method();
        OptionalLong perEpoch = atLeastOne("iterations_per_epoch", Shape.LAST_ITERATION, UP_TO_LAST);
        long iterations = iterations(perEpoch);
        String cap = "a whole number from 1 to " + MAX_CONFIGURATIONS;
        OptionalLong runCap = atLeastOne("run_cap", MAX_CONFIGURATIONS, cap);
        if (runCap.isEmpty() && method != Method.GRID) {
            throw missing("run_cap", cap + " that says how many configurations to draw");
        }
        OptionalLong seed = entries.containsKey("seed")
                ? OptionalLong.of(entries.get("seed").integer())
                : OptionalLong.empty();
        if (!entries.containsKey("parameters")) {
            throw missing("parameters", "a mapping of base_lr, max_lr and others to their values");
        }
        YamlValue parameters = entries.get("parameters");
        List<Sampled> sampled = new ArrayList<>();
        parameters
                .mapping(Parameter.names())
                .forEach((name, yaml) -> sampled.add(sampled(method, name, yaml, perEpoch)));
        checkTogether(parameters, sampled);
        return new Specification(
                file, text, method, runCap, seed, iterations, sampled, groups(method), parameters.place());
    }

    /** As it is given, or as epochs. */
    private long iterations(OptionalLong perEpoch) {
        OptionalLong iterations = atLeastOne("iterations", Shape.LAST_ITERATION, UP_TO_LAST);
        YamlValue epochs = entries.get("epochs");
        if (epochs == null) {
            return iterations.orElseThrow(
                    () -> missing("iterations", UP_TO_LAST + "; or give epochs and iterations_per_epoch"));
        }
        if (iterations.isPresent() || perEpoch.isEmpty()) {
            throw epochs.error(
                    iterations.isPresent()
                            ? "both epochs and iterations; give one of the two"
                            : "epochs need iterations_per_epoch; give it, or iterations");
        }
        double product = Math.rint(epochs.number() * perEpoch.getAsLong());
        if (!(product >= 1 && product <= Shape.LAST_ITERATION)) {
            throw epochs.error("is " + product + " iterations; it must be from 1 to 2^62 of them");
        }
        return (long) product;
    }

    private Method method() {
        String expected = "grid, random or sobol";
        YamlValue yaml = entries.get("method");
        if (yaml == null) {
            throw missing("method", expected);
        }
        String text = yaml.text(expected);
        return Stream.of(Method.values())
                .filter(method -> method.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> yaml.wrong(expected));
    }

    private OptionalLong atLeastOne(String key, long most, String expected) {
        YamlValue yaml = entries.get(key);
        if (yaml == null) {
            return OptionalLong.empty();
        }
        long value = yaml.integer();
        if (value < 1 || value > most) {
            throw yaml.wrong(expected);
        }
        return OptionalLong.of(value);
    }

    private static Sampled sampled(Method method, String name, YamlValue yaml, OptionalLong perEpoch) {
        Parameter parameter = Parameter.of(name);
        boolean inEpochs = perEpoch.isPresent() && parameter.isStepSize();
        Parameter.Type type = inEpochs ? Parameter.Type.NUMBER : parameter.type();
        Distribution distribution = DistributionReader.read(parameter, type, yaml);
        if (inEpochs) {
            distribution = distribution.inIterations(perEpoch.getAsLong());
        }
        boolean listed =
                distribution instanceof Distribution.Constant || distribution instanceof Distribution.Categorical;
        if (method == Method.GRID && !listed) {
            throw yaml.error(
                    "a grid has no distributions and no probabilities; use value or values, or method random or sobol");
        }
        return new Sampled(parameter, distribution, yaml.place());
    }

    private List<Group> groups(Method method) {
        YamlValue groups = entries.get("parameter_groups");
        if (groups == null) {
            return List.of();
        }
        Map<String, YamlValue> named = groups.mapping(GROUP_NAME, "letters, digits, _ and -, at most 64");
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        named.forEach((name, each) -> {
            if (!names.add(name)) {
                throw each.error(
                        "another group has this name but for its case, and files may not differ by that alone");
            }
        });
        if (named.size() > MOST_GROUPS) {
            throw groups.error("has " + named.size() + " groups; there may be at most " + MOST_GROUPS);
        }
        return named.entrySet().stream()
                .map(group -> group(method, group.getKey(), group.getValue()))
                .toList();
    }

    private static Group group(Method method, String name, YamlValue yaml) {
        List<Sampled> sampled = new ArrayList<>();
        yaml.mapping(Parameter.namesOfGroup())
                .forEach((each, value) -> sampled.add(sampled(method, each, value, OptionalLong.empty())));
        List<Parameter> given = sampled.stream().map(Sampled::parameter).toList();
        if (given.isEmpty()) {
            throw yaml.error("has no parameters; give it " + String.join(", ", Parameter.namesOfGroup()));
        }
        requireNotBoth(yaml, given, Parameter.BASE_LR, Parameter.BASE_LR_FACTOR);
        requireNotBoth(yaml, given, Parameter.MAX_LR, Parameter.MAX_LR_FACTOR);
        return new Group(name, sampled);
    }

    private static void requireNotBoth(YamlValue yaml, List<Parameter> given, Parameter one, Parameter other) {
        if (given.contains(one) && given.contains(other)) {
            throw yaml.error("both of " + one + " and " + other + "; give one of the two, or neither");
        }
    }

    private static void checkTogether(YamlValue parameters, List<Sampled> sampled) {
        List<Parameter> given = sampled.stream().map(Sampled::parameter).toList();
        if (!given.contains(Parameter.BASE_LR)) {
            throw parameters.error("base_lr is missing; give it a value");
        }
        if (given.contains(Parameter.MAX_LR) == given.contains(Parameter.MAX_LR_FACTOR)) {
            throw parameters.error((given.contains(Parameter.MAX_LR) ? "both" : "neither")
                    + " of max_lr and max_lr_factor; give one of the two");
        }
    }

    private SpecificationException missing(String key, String expected) {
        return new YamlValue(root.file(), key, root.node()).error("is missing; it must be " + expected);
    }
}
