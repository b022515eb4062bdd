package io.github.cycliclr.sweep.output;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Specification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a sweep's folder holds and how to make it again, as JSON. It names no time and no place, so that the same sweep
 * has the same manifest.
 */
public final class Manifest {
    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final Map<String, Object> files = new LinkedHashMap<>();

    /** The manifest of a sweep, without its files. */
    public Manifest(Configurations configurations, DType dtype, Layout layout) {
        entries.put("program", "cycliclr " + Version.text());
        entries.put("java", Runtime.version().toString());
        entries.put("evaluator", KernelChoice.warming().description());
        entries.putAll(asked(configurations, dtype, layout));
        entries.put("files", files);
    }

    /** What was asked for: all that decides on the bytes of the arrays, and the version, which may decide on their order. */
    public static String request(Configurations configurations, DType dtype, Layout layout) {
        return "cycliclr " + Version.text() + "\n" + Json.of(asked(configurations, dtype, layout));
    }

    private static Map<String, Object> asked(Configurations configurations, DType dtype, Layout layout) {
        Specification specification = configurations.specification();
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("method", specification.method().toString());
        asked.put("seed", configurations.seed());
        asked.put("configurations", configurations.count());
        asked.put("iterations", specification.iterations());
        asked.put("dtype", dtype.toString());
        asked.put("layout", layout.toString());
        asked.put("specification", specification.text());
        return asked;
    }

    /** In which entries the text of a manifest, of any version, is not of this request. */
    public static List<String> differences(String manifest, Configurations configurations, DType dtype, Layout layout) {
        Set<String> lines = manifest.lines().map(Manifest::entryText).collect(Collectors.toSet());
        Map<String, Object> asked = asked(configurations, dtype, layout);
        return asked.keySet().stream()
                .filter(key -> !lines.containsAll(Json.of(Map.of(key, asked.get(key)))
                        .lines()
                        .map(Manifest::entryText)
                        .toList()))
                .toList();
    }

    /** A line that is an entry, without the comma that the last one does not have. */
    private static String entryText(String line) {
        return line.replaceFirst(",$", "");
    }

    /** Adds an array, which must be complete, and whose checksum is known. */
    public void addArray(String name, StagedFile file, NpyFormat format, String sha256) throws FileFailure {
        Map<String, Object> entry = entry(file, sha256);
        entry.put("dtype", format.dtype().descr());
        entry.put("shape", format.shape());
        files.put(name, entry);
    }

    /** Adds any other file, which must be complete. */
    public void addFile(String name, StagedFile file) throws FileFailure {
        files.put(name, entry(file, file.sha256()));
    }

    private static Map<String, Object> entry(StagedFile file, String sha256) throws FileFailure {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bytes", file.size());
        entry.put("sha256", sha256);
        return entry;
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return Json.of(entries);
    }
}
