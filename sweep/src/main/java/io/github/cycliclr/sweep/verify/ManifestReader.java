package io.github.cycliclr.sweep.verify;

import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.SweepDirectory;
import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.run.SweepArray;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import io.github.cycliclr.sweep.specification.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a manifest back: JSON, which is YAML too. */
final class ManifestReader {
    private static final List<String> KEYS = List.of(
            "program",
            "java",
            "evaluator",
            "method",
            "seed",
            "configurations",
            "iterations",
            "dtype",
            "layout",
            "specification",
            "files");

    private static final List<String> KEYS_OF_FILE = List.of("bytes", "sha256", "dtype", "shape");

    private final YamlValue root;
    private final Map<String, YamlValue> entries;
    private final Sweep sweep;
    private final Map<String, YamlValue> files;

    private ManifestReader(Path file, YamlValue root) {
        this.root = root;
        this.entries = root.mapping(KEYS);
        String text = entry("specification").text("the specification");
        Path place = Path.of(file + " (specification)");
        Configurations configurations = new Configurations(
                SpecificationReader.of(place, text), entry("seed").integer());
        this.sweep = Sweep.of(configurations, named("dtype", DType.values()), named("layout", Layout.values()));
        this.files = entry("files").mapping(names().toList());
    }

    /**
     * The manifest of a folder.
     *
     * @throws IOException if there is none that can be read
     */
    static ManifestReader of(Path folder) throws IOException {
        Path file = folder.resolve(SweepDirectory.MANIFEST);
        if (!Files.exists(file) && SweepDirectory.isBegun(folder)) {
            throw new FileFailure(
                    "cannot verify " + folder + ": it holds part of a sweep; finish it with sweep --resume");
        }
        try {
            return new ManifestReader(file, YamlValue.root(file, Files.readString(file), String.join(", ", KEYS)));
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    /** The sweep that its specification asks for. */
    Sweep sweep() {
        return sweep;
    }

    /** The files of the sweep, but for the manifest itself. */
    private Stream<String> names() {
        return Stream.concat(
                SweepArray.of(sweep).stream().map(SweepArray::name), Stream.of(SweepDirectory.CONFIGURATIONS));
    }

    /** What it says of the sweep and its arrays that is not so, a line each. */
    List<String> contradictions() {
        List<String> lines = new ArrayList<>();
        Configurations configurations = sweep.configurations();
        compare(entry("method"), configurations.specification().method().toString(), lines);
        compare(entry("configurations"), String.valueOf(configurations.count()), lines);
        compare(entry("iterations"), String.valueOf(sweep.iterations()), lines);
        for (SweepArray array : SweepArray.of(sweep)) {
            compare(part(array.name(), "bytes"), String.valueOf(sweep.format().fileSize()), lines);
            compare(part(array.name(), "dtype"), sweep.dtype().descr(), lines);
            YamlValue shape = part(array.name(), "shape");
            String found = shape.list().stream()
                    .map(each -> each.text("a number"))
                    .toList()
                    .toString();
            String right = sweep.format().shape().toString();
            if (!found.equals(right)) {
                lines.add(shape.error("is " + found + "; it must be " + right).getMessage());
            }
        }
        return lines;
    }

    private static void compare(YamlValue value, String right, List<String> lines) {
        if (!value.text(right).equals(right)) {
            lines.add(value.wrong(right).getMessage());
        }
    }

    /** The checksum of a file. */
    String checksum(String name) {
        return part(name, "sha256").text("64 hexadecimal digits");
    }

    /** What it says of a file. */
    private YamlValue part(String name, String key) {
        YamlValue file = files.get(name);
        if (file == null) {
            throw entry("files").error(name + " is missing; the sweep has it");
        }
        YamlValue part = file.mapping(KEYS_OF_FILE).get(key);
        if (part == null) {
            throw file.error(key + " is missing; a manifest has it");
        }
        return part;
    }

    private <T> T named(String key, T[] known) {
        YamlValue value = entry(key);
        String expected =
                String.join(" or ", Stream.of(known).map(Object::toString).toList());
        String name = value.text(expected);
        return Stream.of(known)
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> value.wrong(expected));
    }

    private YamlValue entry(String key) {
        YamlValue value = entries.get(key);
        if (value == null) {
            throw root.error(key + " is missing; a manifest has it");
        }
        return value;
    }
}
