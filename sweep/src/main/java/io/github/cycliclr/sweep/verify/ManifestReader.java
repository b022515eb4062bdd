package io.github.cycliclr.sweep.verify;

import io.github.cycliclr.sweep.output.DType;
import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.output.Layout;
import io.github.cycliclr.sweep.output.SweepDirectory;
import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import io.github.cycliclr.sweep.specification.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
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

    private final Path file;
    private final YamlValue root;
    private final Map<String, YamlValue> entries;

    private ManifestReader(Path file, YamlValue root) {
        this.file = file;
        this.root = root;
        this.entries = root.mapping(KEYS);
    }

    /**
     * The manifest of a folder.
     *
     * @throws IOException if there is none that can be read
     */
    static ManifestReader of(Path folder) throws IOException {
        Path file = folder.resolve(SweepDirectory.MANIFEST);
        try {
            return new ManifestReader(file, YamlValue.root(file, Files.readString(file), String.join(", ", KEYS)));
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }

    /** The sweep that its specification asks for. */
    Sweep sweep() {
        String text = entry("specification").text("the specification");
        Path place = Path.of(file + " (specification)");
        Configurations configurations = new Configurations(
                SpecificationReader.of(place, text), entry("seed").integer());
        return Sweep.of(configurations, named("dtype", DType.values()), named("layout", Layout.values()));
    }

    /** The checksum of each file; other names than these are an error. */
    Map<String, String> checksums(Collection<String> names) {
        Map<String, String> checksums = new LinkedHashMap<>();
        entry("files").mapping(names).forEach((name, each) -> {
            YamlValue checksum =
                    each.mapping(List.of("bytes", "sha256", "dtype", "shape")).get("sha256");
            if (checksum == null) {
                throw each.error("sha256 is missing; it must be 64 hexadecimal digits");
            }
            checksums.put(name, checksum.text("64 hexadecimal digits"));
        });
        return checksums;
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
