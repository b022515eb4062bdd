package io.github.cycliclr.sweep.specification;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A value of a YAML file that knows where it stands, so that every complaint about it has a line and a column.
 *
 * @param key the path of keys that leads to it, {@code parameters.base_lr.min}
 */
public record YamlValue(String file, String key, Node node) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,4})?");

    /**
     * The whole of a file.
     *
     * @param keys what it must have, for complaints
     * @throws SpecificationException if it is not YAML, which JSON is too, or there is nothing in it
     */
    public static YamlValue root(Path file, String text, String keys) {
        return new YamlValue(file.toString(), "", compose(file, text, keys));
    }

    private static Node compose(Path file, String text, String keys) {
        try {
            LoadSettings settings = LoadSettings.builder().build();
            return new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
                    .getSingleNode()
                    .orElseThrow(() -> new SpecificationException(file + ":1:1: is empty; it must have " + keys));
        } catch (MarkedYamlEngineException malformed) {
            String at = at(malformed.getProblemMark());
            String problem = oneLine(malformed.getProblem());
            if (problem.startsWith("but ")) { // the end of a sentence
                problem = oneLine(malformed.getContext()) + ", " + problem;
            }
            throw new SpecificationException(file + ":" + at + ": malformed " + kind(file) + ": " + problem);
        } catch (ReaderException unreadable) {
            String before = text.substring(0, text.offsetByCodePoints(0, unreadable.getPosition()));
            throw new SpecificationException(file + ":" + behind(before) + ": malformed " + kind(file)
                    + ": here is a character "
                    + String.format("U+%04X", unreadable.getCodePoint()) + ", which no text has");
        } catch (StackOverflowError deep) {
            throw new SpecificationException(file + ":1:1: is nested too deeply; a specification has three levels");
        } catch (YamlEngineException malformed) {
            throw new SpecificationException(
                    file + ":1:1: malformed " + kind(file) + ": " + oneLine(malformed.getMessage()));
        }
    }

    /** Line and column, counted from 1. */
    private static String at(Optional<Mark> place) {
        return place.map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse("1:1");
    }

    /** Line and column of what follows some text, counted from 1. */
    static String behind(String before) {
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        return line + ":" + (before.length() - before.lastIndexOf('\n'));
    }

    private static String kind(Path file) {
        return file.toString().endsWith(".json") ? "JSON" : "YAML";
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** The entries of a mapping in the order of the file; any other kind of value, and any other key, is an error. */
    public Map<String, YamlValue> mapping(Collection<String> allowed) {
        String known = String.join(", ", allowed);
        return mapping(allowed::contains, "its keys may be " + known, "unknown key; known here are " + known);
    }

    /** The entries of a mapping whose keys are names of the file's own. */
    Map<String, YamlValue> mapping(Pattern name, String expected) {
        return mapping(
                name.asMatchPredicate(),
                "its keys are names, of " + expected,
                "is no name here; it must be of " + expected);
    }

    private Map<String, YamlValue> mapping(Predicate<String> allowed, String keys, String unknown) {
        if (!(node instanceof MappingNode mapping)) {
            throw error("is not a mapping; " + keys);
        }
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String path = key.isEmpty() ? name : key + "." + name;
            YamlValue place = new YamlValue(file, path, tuple.getKeyNode());
            if (!allowed.test(name)) {
                throw place.error(unknown);
            }
            if (entries.put(name, new YamlValue(file, path, tuple.getValueNode())) != null) {
                throw place.error("is given twice; give it once");
            }
        }
        return entries;
    }

    /** The elements of a list that is not empty. */
    public List<YamlValue> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("is not a list; give one or more values, [a, b, c]");
        }
        if (sequence.getValue().isEmpty()) {
            throw error("is an empty list; give one or more values, [a, b, c]");
        }
        List<Node> nodes = sequence.getValue();
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

    /** The value is there, but is none of what is expected. */
    public SpecificationException wrong(String expected) {
        return error("is '" + text(expected) + "'; it must be " + expected);
    }

    public SpecificationException error(String what) {
        return new SpecificationException(place() + ": " + what.replaceAll("\\s*\\R\\s*", " "));
    }

    /** {@code FILE:LINE:COLUMN: key}, counted from 1. */
    String place() {
        return file + ":" + at(node.getStartMark()) + (key.isEmpty() ? "" : ": " + key);
    }
}
