package io.github.cycliclr.sweep.specification;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML, of which JSON is a part; errors have the place in the file. */
public final class YamlParser {
    private final Path file;

    /** @param file its name in errors */
    public YamlParser(Path file) {
        this.file = file;
    }

    /** The text of UTF-8 bytes; other bytes are an error. */
    String decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean malformed =
                StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        String text = out.flip().toString();
        if (malformed) {
            throw error(
                    end(text),
                    String.format("is not UTF-8: byte 0x%02X is malformed; it must be a YAML file", in.get()));
        }
        return text;
    }

    /** The value of a text; malformed or empty text is an error, which names the keys that must be there. */
    public YamlValue parse(String text, String keys) {
        try {
            LoadSettings settings = LoadSettings.builder().build();
            Node node = new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
                    .getSingleNode()
                    .orElseThrow(() -> error("1:1", "is empty; it must have " + keys));
            return new YamlValue(file.toString(), "", node);
        } catch (MarkedYamlEngineException malformed) {
            String problem = malformed.getProblem();
            if (problem.startsWith("but ")) { // the end of a sentence
                problem = malformed.getContext() + ", " + problem;
            }
            throw malformed(place(malformed.getProblemMark()), problem);
        } catch (ReaderException unreadable) {
            String before = text.substring(0, text.offsetByCodePoints(0, unreadable.getPosition()));
            String problem = String.format("the character U+%04X is not allowed", unreadable.getCodePoint());
            throw malformed(end(before), problem);
        } catch (StackOverflowError deep) {
            throw error("1:1", "is nested too deeply; a specification has three levels");
        } catch (YamlEngineException malformed) {
            throw malformed("1:1", String.valueOf(malformed.getMessage()));
        }
    }

    private SpecificationException malformed(String place, String problem) {
        String language = file.toString().endsWith(".json") ? "JSON" : "YAML";
        return error(place, "malformed " + language + ": " + problem);
    }

    private SpecificationException error(String place, String what) {
        return new SpecificationException(file + ":" + place + ": " + what);
    }

    /** Line and column, counted from 1. */
    static String place(Optional<Mark> mark) {
        return mark.map(at -> (at.getLine() + 1) + ":" + (at.getColumn() + 1)).orElse("1:1");
    }

    /** Line and column of the end of a text, counted from 1. */
    private static String end(String text) {
        long line = 1 + text.chars().filter(c -> c == '\n').count();
        return line + ":" + (text.length() - text.lastIndexOf('\n'));
    }
}
