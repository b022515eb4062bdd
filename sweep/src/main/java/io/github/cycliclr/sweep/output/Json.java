package io.github.cycliclr.sweep.output;

import java.util.Collection;
import java.util.Map;

/** JSON text of maps that are not empty, lists of numbers, strings, numbers and booleans, indented by two spaces. */
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
            object(map);
        } else if (value instanceof Collection<?> collection) {
            text.append(collection); // numbers, on one line
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        String outer = newline;
        newline += "  ";
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(separator).append(newline);
            string(entry.getKey().toString());
            text.append(": ");
            value(entry.getValue());
            separator = ",";
        }
        newline = outer;
        text.append(newline).append('}');
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
