package io.github.cycliclr.sweep.verify;

import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.SweepDirectory;
import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.run.SweepArray;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Specification;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import io.github.cycliclr.sweep.specification.YamlMapping;
import io.github.cycliclr.sweep.specification.YamlParser;
import io.github.cycliclr.sweep.specification.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a manifest; JSON is YAML too. */
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

    private final YamlMapping entries;
    private final Sweep sweep;
    private final YamlMapping files;

    private ManifestReader(Path file, YamlMapping entries) {
        this.entries = entries;
        Specification specification = SpecificationReader.of(
                Path.of(file + " (specification)"), entry("specification").text("the specification"));
        this.sweep = Sweep.of(
                new Configurations(specification, entry("seed").integer()),
                entry("dtype").oneOf(List.of(DType.values())),
                entry("layout").oneOf(List.of(Layout.values())));
        this.files = entry("files").mapping(fileNames());
    }

    /** The manifest of a directory. */
    static ManifestReader of(Path directory) throws IOException {
        Path file = directory.resolve(SweepDirectory.MANIFEST);
        if (!Files.exists(file) && SweepDirectory.isBegun(directory)) {
            throw new FileFailure(
                    "cannot verify " + directory + ": it holds part of a sweep; finish it with sweep --resume");
        }
        try {
            YamlValue root = new YamlParser(file).parse(Files.readString(file), String.join(", ", KEYS));
            return new ManifestReader(file, root.mapping(KEYS));
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    /** The sweep of the manifest's specification. */
    Sweep sweep() {
        return sweep;
    }

    /** The files of the sweep, except the manifest. */
    List<String> fileNames() {
        Stream<String> arrays = SweepArray.of(sweep).stream().map(SweepArray::name);
        return Stream.concat(arrays, Stream.of(SweepDirectory.CONFIGURATIONS)).toList();
    }

    /** The entries that contradict the specification, an error line for each. */
    List<String> contradictions() {
        List<String> lines = new ArrayList<>();
        Configurations configurations = sweep.configurations();
        compare(entry("method"), configurations.specification().method(), lines);
        compare(entry("configurations"), configurations.count(), lines);
        compare(entry("iterations"), sweep.iterations(), lines);
        compare(entry("dtype"), sweep.dtype(), lines);
        compare(entry("layout"), sweep.layout(), lines);
        for (SweepArray array : SweepArray.of(sweep)) {
            compare(entry(array.name(), "bytes"), sweep.format().fileSize(), lines);
            compare(entry(array.name(), "dtype"), sweep.dtype().descr(), lines);
            YamlValue shape = entry(array.name(), "shape");
            String found = shape.list().stream()
                    .map(each -> each.text("a number"))
                    .toList()
                    .toString();
            String expected = sweep.format().shape().toString();
            if (!found.equals(expected)) {
                lines.add(
                        shape.error("is " + found + "; it must be " + expected).getMessage());
            }
        }
        return lines;
    }

    private static void compare(YamlValue value, Object right, List<String> lines) {
        String expected = right.toString();
        if (!value.text(expected).equals(expected)) {
            lines.add(value.wrong(expected).getMessage());
        }
    }

    /** The checksum of a file. */
    String checksum(String file) {
        return entry(file, "sha256").text("64 hexadecimal digits");
    }

    private YamlValue entry(String file, String key) {
        return files.get(file, "the sweep has this file").mapping(KEYS_OF_FILE).get(key, "a manifest has it");
    }

    private YamlValue entry(String key) {
        return entries.get(key, "a manifest has it");
    }
}
