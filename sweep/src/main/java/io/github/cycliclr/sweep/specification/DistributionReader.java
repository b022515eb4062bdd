package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.sweep.specification.Parameter.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads how one parameter is distributed: {@code value}, {@code values}, or a {@code distribution} and its bounds. */
final class DistributionReader {
    private static final List<String> KEYS =
            List.of("value", "values", "probabilities", "distribution", "min", "max", "mu", "sigma", "q");

    /** The keys that each distribution takes; those of the normal ones have defaults, 0 and 1, and so has q, 1. */
    private static final Map<String, List<String>> DISTRIBUTIONS = distributions();

    /** How far from 1 the sum of probabilities may be: thirds have to be written with some digits. */
    private static final double TOLERANCE = 1e-6;

    private final Parameter parameter;
    private final Type type;
    private final YamlValue yaml;
    private final Map<String, YamlValue> entries;

    private DistributionReader(Parameter parameter, Type type, YamlValue yaml) {
        this.parameter = parameter;
        this.type = type;
        this.yaml = yaml;
        if (yaml.isScalar() && !yaml.isNull()) {
            String text = yaml.text("a mapping");
            throw yaml.error("is '" + text + "' alone; write {value: " + text + "}, or values, or a distribution");
        }
        this.entries = yaml.mapping(KEYS);
    }

    /** @param type what its values are in this file */
    static Distribution read(Parameter parameter, Type type, YamlValue yaml) {
        return new DistributionReader(parameter, type, yaml).read();
    }

    private static Map<String, List<String>> distributions() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("constant", List.of("value"));
        known.put("categorical", List.of("values", "probabilities"));
        known.put("int_uniform", List.of("min", "max"));
        for (String name : List.of("uniform", "log_uniform_values")) {
            known.put(name, List.of("min", "max"));
            known.put("q_" + name, List.of("min", "max", "q"));
        }
        known.put("inv_log_uniform_values", List.of("min", "max"));
        for (String name : List.of("normal", "log_normal")) {
            known.put(name, List.of("mu", "sigma"));
            known.put("q_" + name, List.of("mu", "sigma", "q"));
        }
        return known;
    }

    private Distribution read() {
        String name = name();
        List<String> takes = DISTRIBUTIONS.get(name);
        for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
            if (!entry.getKey().equals("distribution") && !takes.contains(entry.getKey())) {
                throw entry.getValue().error(name + " does not take it; it takes " + String.join(", ", takes));
            }
        }
        return switch (name) {
            case "constant" -> new Distribution.Constant(parameter.read(required("value"), type));
            case "categorical" -> categorical();
            default -> numeric(name);
        };
    }

    private String name() {
        YamlValue given = entries.get("distribution");
        if (given != null) {
            String expected = "one of " + String.join(", ", DISTRIBUTIONS.keySet());
            String name = given.text(expected);
            if (!DISTRIBUTIONS.containsKey(name)) {
                boolean exponents = DISTRIBUTIONS.containsKey(name + "_values");
                throw exponents
                        ? given.error("is '" + name + "', whose min and max are logarithms; use " + name
                                + "_values, with the values themselves")
                        : given.wrong(expected);
            }
            return name;
        }
        if (entries.containsKey("value")) {
            return "constant";
        }
        if (entries.containsKey("values")) {
            return "categorical";
        }
        if (entries.containsKey("min") && entries.containsKey("max")) {
            return entries.get("min").isInteger() && entries.get("max").isInteger() ? "int_uniform" : "uniform";
        }
        throw yaml.error("says not what its values are; give value, values, min and max, or distribution");
    }

    private Distribution categorical() {
        List<Object> values = values();
        YamlValue given = entries.get("probabilities");
        if (given == null) {
            return new Distribution.Categorical(values);
        }
        List<Double> upTo = new ArrayList<>();
        double sum = 0;
        for (YamlValue each : given.list()) {
            double probability = each.number();
            if (probability < 0) {
                throw each.wrong("at least 0");
            }
            sum += probability;
            upTo.add(sum);
        }
        if (upTo.size() != values.size()) {
            throw given.error("has " + upTo.size() + " numbers for " + values.size() + " values; give one for each");
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw given.error("adds up to " + sum + "; the sum must be 1");
        }
        return new Distribution.Weighted(values, upTo);
    }

    private List<Object> values() {
        List<Object> values = new ArrayList<>();
        required("values").list().forEach(value -> values.add(parameter.read(value, type)));
        return Collections.unmodifiableList(values); // may hold nulls
    }

    private Distribution numeric(String name) {
        YamlValue place = entries.getOrDefault("distribution", yaml);
        if (type != Type.NUMBER && type != Type.INTEGER) {
            throw place.error("is " + name + ", but " + parameter + " is not a number; use values");
        }
        if (name.equals("int_uniform")) {
            long min = required("min").integer();
            long max = required("max").integer();
            checkOrder(min <= max);
            return new Distribution.IntUniform(min, max);
        }
        boolean quantized = name.startsWith("q_");
        Distribution distribution =
                switch (quantized ? name.substring(2) : name) {
                    case "uniform" -> new Distribution.Uniform(min(false), max());
                    case "log_uniform_values", "inv_log_uniform_values" ->
                        new Distribution.LogUniform(min(true), max());
                    case "normal" -> new Distribution.Normal(number("mu", 0), positive("sigma"));
                    default -> new Distribution.LogNormal(number("mu", 0), positive("sigma"));
                };
        double q = quantized ? positive("q") : 0;
        if (type == Type.INTEGER && (!quantized || q != Math.rint(q))) {
            throw place.error("is " + name + ", which draws fractions, but " + parameter
                    + " is a whole number; use int_uniform, or a q_ distribution with a whole q");
        }
        return quantized ? new Distribution.Quantized(distribution, q) : distribution;
    }

    private double min(boolean aboveZero) {
        double min = required("min").number();
        checkOrder(min <= max());
        if (aboveZero && min <= 0) {
            throw required("min").wrong("above 0 for a logarithm");
        }
        return min;
    }

    private double max() {
        return required("max").number();
    }

    private void checkOrder(boolean inOrder) {
        if (!inOrder) {
            throw required("min").wrong("at most max, " + required("max").text("a number"));
        }
    }

    private double number(String key, double absent) {
        return entries.containsKey(key) ? entries.get(key).number() : absent;
    }

    private double positive(String key) {
        double number = number(key, 1);
        if (number <= 0) {
            throw entries.get(key).wrong("above 0");
        }
        return number;
    }

    private YamlValue required(String key) {
        YamlValue value = entries.get(key);
        if (value == null) {
            throw yaml.error(key + " is missing; give it a value");
        }
        return value;
    }
}
