package io.github.cycliclr.sweep.specification;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of a YAML file and its place there, so that its errors have a line and a column.
 *
 * @param key the path of its keys, {@code parameters.base_lr.min}; empty for the whole file
 */
public record YamlValue(String file, String key, Node node) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,4})?");

    /** A mapping; any other kind of value, and any other key, is an error. */
    public YamlMapping mapping(List<String> keys) {
        String known = String.join(", ", keys);
        return mapping(keys::contains, "its keys may be " + known, "unknown key; known here are " + known);
    }

    /** A mapping whose keys are names that the file defines. */
    YamlMapping mapping(Pattern name, String expected) {
        return mapping(name.asMatchPredicate(), "its keys are names, of " + expected, "is not a name; use " + expected);
    }

    private YamlMapping mapping(Predicate<String> allowed, String keys, String unknown) {
        if (!(node instanceof MappingNode mapping)) {
            throw error("is not a mapping; " + keys);
        }
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlValue place = at(name, tuple.getKeyNode());
            if (!allowed.test(name)) {
                throw place.error(unknown);
            }
            if (entries.put(name, at(name, tuple.getValueNode())) != null) {
                throw place.error("is given twice; give it once");
            }
        }
        return new YamlMapping(this, entries);
    }

    /** A part of this value. */
    YamlValue at(String name, Node part) {
        return new YamlValue(file, key.isEmpty() ? name : key + "." + name, part);
    }

    /** The elements of a list that is not empty. */
    public List<YamlValue> list() {
        List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
        if (nodes.isEmpty()) {
            String what = node instanceof SequenceNode ? "an empty list" : "not a list";
            throw error("is " + what + "; give one or more values, [a, b, c]");
        }
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> new YamlValue(file, key + "[" + i + "]", nodes.get(i)))
                .toList();
    }

    /** Whether it is neither a list nor a mapping. */
    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** Whether it is written as a whole number, 1 and not 1.0 or 1e0. */
    boolean isInteger() {
        return node.getTag().equals(Tag.INT);
    }

    /** The text of a scalar. */
    public String text(String expected) {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw error("is not a single value; it must be " + expected);
        }
        return scalar.getValue();
    }

    double number() {
        String expected = "a finite number";
        double number = decimal(expected).doubleValue();
        if (!Double.isFinite(number)) {
            throw wrong(expected);
        }
        return number;
    }

    /** A whole number; 1e5 is one too. */
    public long integer() {
        String expected = "a whole number, below 2^63";
        try {
            return decimal(expected).longValueExact();
        } catch (ArithmeticException fraction) {
            throw wrong(expected);
        }
    }

    private BigDecimal decimal(String expected) {
        String text = text(expected);
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(expected);
        }
        if (!((ScalarNode) node).isPlain()) {
            throw error("is '" + text + "' in quotes, a text; it must be " + expected + ": leave the quotes out");
        }
        return new BigDecimal(text);
    }

    /** One of some known values, in upper or lower case: Python's True is true. */
    public <T> T oneOf(List<T> known) {
        List<String> names = known.stream().map(Object::toString).toList();
        int last = names.size() - 1;
        String expected = String.join(", ", names.subList(0, last)) + " or " + names.get(last);
        String text = text(expected);
        return known.stream()
                .filter(each -> each.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> wrong(expected));
    }

    /** The error of a single value that is none of the expected ones. */
    public SpecificationException wrong(String expected) {
        return error("is '" + text(expected) + "'; it must be " + expected);
    }

    /** An error of this value. */
    public SpecificationException error(String what) {
        return new SpecificationException(place() + ": " + what);
    }

    /** {@code FILE:LINE:COLUMN: key}, counted from 1. */
    String place() {
        return file + ":" + YamlParser.place(node.getStartMark()) + (key.isEmpty() ? "" : ": " + key);
    }
}
