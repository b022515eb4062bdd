package io.github.cycliclr.sweep.output;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** JSON text of maps, collections, strings, numbers and booleans, indented by two spaces. */
final class Json {
    private final StringBuilder text = new StringBuilder();
    private String newline = "\n";

    private Json() {}

    static String of(Map<String, ?> object) {
        Json json = new Json();
        json.value(object);
        return json.text.append('\n').toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            list('{', map.entrySet(), '}', entry -> {
                string(entry.getKey().toString());
                text.append(": ");
                value(entry.getValue());
            });
        } else if (value instanceof Collection<?> collection) {
            list('[', collection, ']', this::value);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private <T> void list(char open, Collection<T> elements, char close, Consumer<T> writer) {
        String outer = newline;
        newline += "  ";
        text.append(open);
        for (Iterator<T> each = elements.iterator(); each.hasNext(); text.append(each.hasNext() ? "," : "")) {
            text.append(newline);
            writer.accept(each.next());
        }
        newline = outer;
        text.append(elements.isEmpty() ? "" : newline).append(close);
    }

    private void string(String string) {
        text.append('"');
        for (char c : string.toCharArray()) {
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
