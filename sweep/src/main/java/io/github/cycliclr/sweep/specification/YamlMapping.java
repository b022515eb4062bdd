package io.github.cycliclr.sweep.specification;

import java.util.Map;
import java.util.Optional;

/**
 * A mapping of a YAML file.
 *
 * @param entries in the order of the file
 */
public record YamlMapping(YamlValue value, Map<String, YamlValue> entries) {
    /** Whether a key is given. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value of a key, if it is given. */
    Optional<YamlValue> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The value of a required key; the error of a missing key ends with the advice. */
    public YamlValue get(String key, String advice) {
        return find(key).orElseThrow(() -> missing(key, advice));
    }

    /** The error of a missing key. */
    SpecificationException missing(String key, String advice) {
        return value.at(key, value.node()).error("is missing; " + advice);
    }
}
