package io.github.cycliclr.sweep.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/** An option {@code --name VALUE}: its description, and the values that it allows. */
@SuppressWarnings("serial") // options are never serialized
final class ValueOption<T> extends Option {
    private final Function<String, T> parser;
    private final String allowed;
    private final List<T> choices;

    private ValueOption(
            String name,
            String value,
            String description,
            Function<String, T> parser,
            String allowed,
            List<T> choices) {
        super(name.equals("output") ? "o" : null, name, true, description);
        setArgName(value);
        this.parser = parser;
        this.allowed = allowed;
        this.choices = choices;
    }

    static ValueOption<Double> number(String name, String value, String description) {
        return new ValueOption<>(name, value, description, Double::valueOf, "a number", List.of());
    }

    static ValueOption<Long> whole(String name, String value, String description) {
        String allowed = "a whole number, less than 2^63";
        return new ValueOption<>(name, value, description, Long::valueOf, allowed, List.of());
    }

    /** Whole numbers with commas between them. */
    static ValueOption<long[]> wholes(String name, String value, String description) {
        ValueOption<Long> each = whole(name, value, description);
        Function<String, long[]> parser =
                list -> Stream.of(list.split(",", -1)).mapToLong(each::parse).toArray();
        return new ValueOption<>(name, value, description, parser, each.allowed, List.of());
    }

    /** The option {@code -o}. */
    static ValueOption<Path> output(String value, String description) {
        return new ValueOption<>("output", value, description, word -> path("-o", word), "a path", List.of());
    }

    /** One of several values, spelled as their {@code toString}. */
    static <T> ValueOption<T> choice(String name, String value, String description, List<T> choices) {
        String allowed = alternatives(choices);
        Function<String, T> parser = word -> choices.stream()
                .filter(choice -> choice.toString().equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
        return new ValueOption<>(name, value, description.formatted(allowed), parser, allowed, choices);
    }

    /** The fixed set of values; empty if there is none. */
    List<T> choices() {
        return choices;
    }

    T parse(String word) {
        try {
            return parser.apply(word);
        } catch (IllegalArgumentException e) {
            throw new UsageException(Arguments.name(this) + " is '" + word + "'; it must be " + allowed);
        }
    }

    /** A file or directory, of an option or of an argument. */
    static Path path(String name, String word) {
        if (word.isEmpty()) {
            throw new UsageException(name + " is empty; name a file or directory");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new UsageException(name + " is '" + word + "'; it must be a path here: " + e.getReason());
        }
    }

    /** {@code a, b or c}. */
    static String alternatives(List<?> all) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : i == all.size() - 1 ? " or " : ", ").append(all.get(i));
        }
        return text.toString();
    }
}
