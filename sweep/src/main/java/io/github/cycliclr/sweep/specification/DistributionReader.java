package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.sweep.specification.Distribution.Categorical;
import io.github.cycliclr.sweep.specification.Distribution.Constant;
import io.github.cycliclr.sweep.specification.Distribution.Continuous;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the distribution of one parameter: {@code value}, {@code values}, or a {@code distribution} and its bounds. */
final class DistributionReader {
    /** The keys that a distribution takes, and how it is made from their values. */
    private record Definition(List<String> keys, Function<DistributionReader, Distribution> make) {
        static Definition ofBounds(Function<DistributionReader, Distribution> make) {
            return new Definition(List.of("min", "max"), make);
        }

        static Definition ofMoments(BiFunction<Double, Double, Distribution> make) {
            return new Definition(List.of("mu", "sigma"), reader -> make.apply(reader.mu(), reader.positive("sigma")));
        }

        Definition quantized() {
            return new Definition(
                    Stream.concat(keys.stream(), Stream.of("q")).toList(),
                    reader -> ((Continuous) make.apply(reader)).quantized(reader.positive("q")));
        }
    }

    private static final Map<String, Definition> DEFINITIONS = definitions();

    private static final List<String> KEYS = Stream.concat(
                    Stream.of("distribution"),
                    DEFINITIONS.values().stream().flatMap(definition -> definition.keys.stream()))
            .distinct()
            .toList();

    private static final String KNOWN = "one of " + String.join(", ", DEFINITIONS.keySet());

    /** Tolerance of the sum of probabilities: thirds have finitely many digits. */
    private static final double TOLERANCE = 1e-6;

    private final Parameter parameter;
    private final boolean whole;
    private final YamlMapping entries;

    private DistributionReader(Parameter parameter, boolean whole, YamlMapping entries) {
        this.parameter = parameter;
        this.whole = whole;
        this.entries = entries;
    }

    /** @param whole whether numbers must be whole */
    static Distribution read(Parameter parameter, boolean whole, YamlValue yaml) {
        if (yaml.isScalar() && !yaml.isNull()) {
            String text = yaml.text("a mapping");
            throw yaml.error("is '" + text + "' alone; write {value: " + text + "}, or values, or a distribution");
        }
        return new DistributionReader(parameter, whole, yaml.mapping(KEYS)).read();
    }

    private static Map<String, Definition> definitions() {
        Map<String, Definition> known = new LinkedHashMap<>();
        known.put("constant", new Definition(List.of("value"), DistributionReader::constant));
        known.put("categorical", new Definition(List.of("values", "probabilities"), DistributionReader::categorical));
        known.put("int_uniform", Definition.ofBounds(DistributionReader::intUniform));
        Definition uniform = Definition.ofBounds(DistributionReader::uniform);
        known.put("uniform", uniform);
        known.put("q_uniform", uniform.quantized());
        Definition logUniform = Definition.ofBounds(DistributionReader::logUniform);
        known.put("log_uniform_values", logUniform);
        known.put("q_log_uniform_values", logUniform.quantized());
        known.put("inv_log_uniform_values", logUniform);
        Definition normal = Definition.ofMoments(Distribution::normal);
        known.put("normal", normal);
        known.put("q_normal", normal.quantized());
        Definition logNormal = Definition.ofMoments(Distribution::logNormal);
        known.put("log_normal", logNormal);
        known.put("q_log_normal", logNormal.quantized());
        return known;
    }

    private Distribution read() {
        String name = name();
        YamlValue place = entries.find("distribution").orElse(entries.value());
        Definition definition = Optional.ofNullable(DEFINITIONS.get(name)).orElseThrow(() -> unknown(place));
        if (!parameter.isNumber() && !List.of("constant", "categorical").contains(name)) {
            throw place.error("is " + name + ", but " + parameter + " is not a number; use values");
        }
        entries.entries().forEach((key, value) -> {
            if (!key.equals("distribution") && !definition.keys.contains(key)) {
                throw value.error("is not a key of " + name + "; its keys are " + String.join(", ", definition.keys));
            }
        });
        Distribution distribution = definition.make.apply(this);
        boolean drawsWhole = definition.keys.contains("q") && positive("q") == Math.rint(positive("q"));
        if (whole && distribution instanceof Continuous && !drawsWhole) {
            throw place.error("is " + name + ", which draws fractions, but " + parameter
                    + " is a whole number; use int_uniform, or a q_ distribution with a whole q");
        }
        return distribution;
    }

    /** As given, or as W&amp;B infers it from the other keys. */
    private String name() {
        if (entries.has("distribution")) {
            return required("distribution").text(KNOWN);
        }
        if (entries.has("value")) {
            return "constant";
        }
        if (entries.has("values")) {
            return "categorical";
        }
        if (entries.has("min") && entries.has("max")) {
            return required("min").isInteger() && required("max").isInteger() ? "int_uniform" : "uniform";
        }
        throw entries.value().error("has no values; give value, values, min and max, or distribution");
    }

    private static SpecificationException unknown(YamlValue given) {
        String name = given.text(KNOWN);
        return DEFINITIONS.containsKey(name + "_values")
                ? given.error("is '" + name + "', whose min and max are logarithms; use " + name
                        + "_values, with the values themselves")
                : given.wrong(KNOWN);
    }

    private Constant constant() {
        return new Constant(parameter.read(required("value"), whole));
    }

    private Distribution categorical() {
        List<Object> values = new ArrayList<>(); // may contain null
        required("values").list().forEach(value -> values.add(parameter.read(value, whole)));
        Optional<YamlValue> probabilities = entries.find("probabilities");
        return probabilities.isEmpty()
                ? new Categorical(values)
                : Distribution.weighted(values, cumulative(probabilities.get(), values.size()));
    }

    private static List<Double> cumulative(YamlValue probabilities, int count) {
        List<Double> cumulative = new ArrayList<>();
        double sum = 0;
        for (YamlValue each : probabilities.list()) {
            double probability = each.number();
            if (probability < 0) {
                throw each.wrong("at least 0");
            }
            sum += probability;
            cumulative.add(sum);
        }
        if (cumulative.size() != count) {
            throw probabilities.error(
                    "has " + cumulative.size() + " numbers for " + count + " values; give one for each");
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw probabilities.error("adds up to " + sum + "; the sum must be 1");
        }
        return cumulative;
    }

    private Distribution intUniform() {
        long min = required("min").integer();
        long max = required("max").integer();
        requireOrder(min <= max);
        return Distribution.intUniform(min, max);
    }

    private Continuous uniform() {
        double min = required("min").number();
        double max = required("max").number();
        requireOrder(min <= max);
        return Distribution.uniform(min, max);
    }

    private Continuous logUniform() {
        uniform(); // checks the bounds
        double min = required("min").number();
        if (min <= 0) {
            throw required("min").wrong("above 0 for a logarithm");
        }
        return Distribution.logUniform(min, required("max").number());
    }

    private void requireOrder(boolean inOrder) {
        if (!inOrder) {
            throw required("min").wrong("at most max, " + required("max").text("a number"));
        }
    }

    private double mu() {
        return entries.find("mu").map(YamlValue::number).orElse(0.0);
    }

    /** 1 if not given. */
    private double positive(String key) {
        double number = entries.find(key).map(YamlValue::number).orElse(1.0);
        if (number <= 0) {
            throw required(key).wrong("above 0");
        }
        return number;
    }

    private YamlValue required(String key) {
        return entries.get(key, "give it a value");
    }
}
