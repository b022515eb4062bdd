package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.sweep.specification.Distribution.Categorical;
import io.github.cycliclr.sweep.specification.Distribution.Constant;
import io.github.cycliclr.sweep.specification.Distribution.Continuous;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the distribution of one parameter: {@code value}, {@code values}, or a {@code distribution} and its bounds. */
final class DistributionReader {
    private static final List<String> KEYS =
            List.of("value", "values", "probabilities", "distribution", "min", "max", "mu", "sigma", "q");

    private static final Map<String, Function<DistributionReader, Distribution>> DISTRIBUTIONS = distributions();

    private static final String NAMES = "one of " + String.join(", ", DISTRIBUTIONS.keySet());

    /** Tolerance of the sum of probabilities: thirds have finitely many digits. */
    private static final double TOLERANCE = 1e-6;

    private final Parameter parameter;
    private final boolean whole;
    private final YamlMapping entries;

    /** The keys that the distribution takes, given or not. */
    private final Set<String> keysRead = new LinkedHashSet<>();

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

    private static Map<String, Function<DistributionReader, Distribution>> distributions() {
        Map<String, Function<DistributionReader, Distribution>> known = new LinkedHashMap<>();
        known.put("constant", reader -> new Constant(reader.parameter.read(reader.get("value"), reader.whole)));
        known.put("categorical", DistributionReader::categorical);
        known.put("int_uniform", DistributionReader::intUniform);
        known.put("uniform", DistributionReader::uniform);
        known.put("q_uniform", reader -> reader.quantized(reader.uniform()));
        known.put("log_uniform_values", DistributionReader::logUniform);
        known.put("q_log_uniform_values", reader -> reader.quantized(reader.logUniform()));
        known.put("inv_log_uniform_values", DistributionReader::logUniform);
        known.put("normal", DistributionReader::normal);
        known.put("q_normal", reader -> reader.quantized(reader.normal()));
        known.put("log_normal", reader -> reader.normal().exponential());
        known.put("q_log_normal", reader -> reader.quantized(reader.normal().exponential()));
        return known;
    }

    private Distribution read() {
        String name = name();
        YamlValue place = entries.find("distribution").orElse(entries.value());
        Function<DistributionReader, Distribution> make =
                Optional.ofNullable(DISTRIBUTIONS.get(name)).orElseThrow(() -> unknown(place));
        if (!parameter.isNumber() && !List.of("constant", "categorical").contains(name)) {
            throw place.error("is " + name + ", but " + parameter + " is not a number; use values");
        }
        Distribution distribution = make.apply(this);
        entries.entries().forEach((key, value) -> {
            if (!key.equals("distribution") && !keysRead.contains(key)) {
                throw value.error("is not a key of " + name + "; its keys are " + String.join(", ", keysRead));
            }
        });
        boolean drawsWhole = keysRead.contains("q") && positive("q") == Math.rint(positive("q"));
        if (whole && distribution instanceof Continuous && !drawsWhole) {
            throw place.error("is " + name + ", which draws fractions, but " + parameter
                    + " is a whole number; use int_uniform, or a q_ distribution with a whole q");
        }
        return distribution;
    }

    /** As given, or as W&amp;B infers it from the other keys. */
    private String name() {
        if (entries.has("distribution")) {
            return entries.get("distribution", NAMES).text(NAMES);
        }
        if (entries.has("value")) {
            return "constant";
        }
        if (entries.has("values")) {
            return "categorical";
        }
        if (entries.has("min") && entries.has("max")) {
            return get("min").isInteger() && get("max").isInteger() ? "int_uniform" : "uniform";
        }
        throw entries.value().error("has no values; give value, values, min and max, or distribution");
    }

    private static SpecificationException unknown(YamlValue given) {
        String name = given.text(NAMES);
        return DISTRIBUTIONS.containsKey(name + "_values")
                ? given.error("is '" + name + "', whose min and max are logarithms; use " + name
                        + "_values, with the values themselves")
                : given.wrong(NAMES);
    }

    private Distribution categorical() {
        List<Object> values = new ArrayList<>(); // may contain null
        get("values").list().forEach(value -> values.add(parameter.read(value, whole)));
        Optional<YamlValue> probabilities = find("probabilities");
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
        long min = get("min").integer();
        long max = get("max").integer();
        requireOrder(min <= max);
        return Distribution.intUniform(min, max);
    }

    private Continuous uniform() {
        double min = get("min").number();
        double max = get("max").number();
        requireOrder(min <= max);
        return Distribution.uniform(min, max);
    }

    private Continuous logUniform() {
        uniform(); // checks the bounds
        double min = get("min").number();
        if (min <= 0) {
            throw get("min").wrong("above 0 for a logarithm");
        }
        return Distribution.logUniform(min, get("max").number());
    }

    private void requireOrder(boolean inOrder) {
        if (!inOrder) {
            throw get("min").wrong("at most max, " + get("max").text("a number"));
        }
    }

    private Continuous normal() {
        double mu = find("mu").map(YamlValue::number).orElse(0.0);
        return Distribution.normal(mu, positive("sigma"));
    }

    private Continuous quantized(Continuous distribution) {
        return distribution.quantized(positive("q"));
    }

    /** 1 if not given. */
    private double positive(String key) {
        double number = find(key).map(YamlValue::number).orElse(1.0);
        if (number <= 0) {
            throw get(key).wrong("above 0");
        }
        return number;
    }

    private Optional<YamlValue> find(String key) {
        keysRead.add(key);
        return entries.find(key);
    }

    private YamlValue get(String key) {
        keysRead.add(key);
        return entries.get(key, "give it a value");
    }
}
