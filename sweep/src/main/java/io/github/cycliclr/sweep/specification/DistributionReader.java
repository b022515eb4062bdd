package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.sweep.specification.Distribution.Categorical;
import io.github.cycliclr.sweep.specification.Distribution.Constant;
import io.github.cycliclr.sweep.specification.Distribution.Continuous;
import io.github.cycliclr.sweep.specification.Distribution.IntUniform;
import io.github.cycliclr.sweep.specification.Distribution.LogNormal;
import io.github.cycliclr.sweep.specification.Distribution.LogUniform;
import io.github.cycliclr.sweep.specification.Distribution.Normal;
import io.github.cycliclr.sweep.specification.Distribution.Quantized;
import io.github.cycliclr.sweep.specification.Distribution.Uniform;
import io.github.cycliclr.sweep.specification.Distribution.Weighted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the distribution of one parameter: {@code value}, {@code values}, or a {@code distribution} and its bounds. */
final class DistributionReader {
    /** The keys that a distribution takes, and how it is made from their values. */
    private record Definition(List<String> keys, Function<DistributionReader, Distribution> make) {}

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
    private final Parameter.Type type;
    private final YamlMapping entries;

    private DistributionReader(Parameter parameter, Parameter.Type type, YamlMapping entries) {
        this.parameter = parameter;
        this.type = type;
        this.entries = entries;
    }

    /** @param type of the values in this file */
    static Distribution read(Parameter parameter, Parameter.Type type, YamlValue yaml) {
        if (yaml.isScalar() && !yaml.isNull()) {
            String text = yaml.text("a mapping");
            throw yaml.error("is '" + text + "' alone; write {value: " + text + "}, or values, or a distribution");
        }
        return new DistributionReader(parameter, type, yaml.mapping(KEYS)).read();
    }

    private static Map<String, Definition> definitions() {
        List<String> bounds = List.of("min", "max");
        List<String> moments = List.of("mu", "sigma");
        Map<String, Definition> known = new LinkedHashMap<>();
        known.put("constant", new Definition(List.of("value"), DistributionReader::constant));
        known.put("categorical", new Definition(List.of("values", "probabilities"), DistributionReader::categorical));
        known.put("int_uniform", new Definition(bounds, DistributionReader::intUniform));
        putWithQuantized(known, "uniform", bounds, DistributionReader::uniform);
        putWithQuantized(known, "log_uniform_values", bounds, DistributionReader::logUniform);
        known.put("inv_log_uniform_values", new Definition(bounds, DistributionReader::logUniform));
        putWithQuantized(known, "normal", moments, reader -> new Normal(reader.mu(), reader.positive("sigma")));
        putWithQuantized(known, "log_normal", moments, reader -> new LogNormal(reader.mu(), reader.positive("sigma")));
        return known;
    }

    private static void putWithQuantized(
            Map<String, Definition> known,
            String name,
            List<String> keys,
            Function<DistributionReader, Continuous> make) {
        known.put(name, new Definition(keys, make::apply));
        List<String> keysAndQ = Stream.concat(keys.stream(), Stream.of("q")).toList();
        Function<DistributionReader, Distribution> quantized =
                reader -> new Quantized(make.apply(reader), reader.positive("q"));
        known.put("q_" + name, new Definition(keysAndQ, quantized));
    }

    private Distribution read() {
        String name = name();
        YamlValue place = entries.find("distribution").orElse(entries.value());
        Definition definition = Optional.ofNullable(DEFINITIONS.get(name)).orElseThrow(() -> unknown(place));
        if (!type.isNumeric() && !List.of("constant", "categorical").contains(name)) {
            throw place.error("is " + name + ", but " + parameter + " is not a number; use values");
        }
        entries.entries().forEach((key, value) -> {
            if (!key.equals("distribution") && !definition.keys.contains(key)) {
                throw value.error("is not a key of " + name + "; its keys are " + String.join(", ", definition.keys));
            }
        });
        Distribution distribution = definition.make.apply(this);
        boolean fractions = distribution instanceof Continuous
                && !(distribution instanceof Quantized quantized && quantized.q() == Math.rint(quantized.q()));
        if (type == Parameter.Type.INTEGER && fractions) {
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
        return new Constant(parameter.read(required("value"), type));
    }

    private Distribution categorical() {
        List<Object> values = new ArrayList<>(); // may contain null
        required("values").list().forEach(value -> values.add(parameter.read(value, type)));
        return entries.find("probabilities")
                .<Distribution>map(given -> new Weighted(values, cumulative(given, values.size())))
                .orElse(new Categorical(values));
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

    private IntUniform intUniform() {
        long min = required("min").integer();
        long max = required("max").integer();
        requireOrder(min <= max);
        return new IntUniform(min, max);
    }

    private Uniform uniform() {
        double min = required("min").number();
        double max = required("max").number();
        requireOrder(min <= max);
        return new Uniform(min, max);
    }

    private LogUniform logUniform() {
        Uniform bounds = uniform();
        if (bounds.min() <= 0) {
            throw required("min").wrong("above 0 for a logarithm");
        }
        return new LogUniform(bounds.min(), bounds.max());
    }

    private void requireOrder(boolean inOrder) {
        if (!inOrder) {
            throw required("min").wrong("at most max, " + required("max").text("a number"));
        }
    }

    private double mu() {
        return entries.find("mu").map(YamlValue::number).orElse(0.0);
    }

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
