package io.github.cycliclr.sweep.output;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Specification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the folder of a sweep holds and how to compute it again, as JSON. It has no time and no path, so the same sweep
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
        entries.putAll(requestEntries(configurations, dtype, layout));
        entries.put("files", files);
    }

    /** A text that differs for every sweep of other bytes, and for every version of the program. */
    public static String request(Configurations configurations, DType dtype, Layout layout) {
        return "cycliclr " + Version.text() + "\n" + Json.of(requestEntries(configurations, dtype, layout));
    }

    private static Map<String, Object> requestEntries(Configurations configurations, DType dtype, Layout layout) {
        Specification specification = configurations.specification();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", specification.method().toString());
        request.put("seed", configurations.seed());
        request.put("configurations", configurations.count());
        request.put("iterations", specification.iterations());
        request.put("dtype", dtype.toString());
        request.put("layout", layout.toString());
        request.put("specification", specification.text());
        return request;
    }

    /** The keys whose entries differ between a manifest, of any version, and a request. */
    public static List<String> differences(String manifest, Configurations configurations, DType dtype, Layout layout) {
        Set<String> lines = manifest.lines().map(Manifest::entryText).collect(Collectors.toSet());
        Map<String, Object> request = requestEntries(configurations, dtype, layout);
        return request.keySet().stream()
                .filter(key -> !lines.containsAll(Json.of(Map.of(key, request.get(key)))
                        .lines()
                        .map(Manifest::entryText)
                        .toList()))
                .toList();
    }

    /** The entry of a line, without the comma that follows all but the last. */
    private static String entryText(String line) {
        return line.replaceFirst(",$", "");
    }

    /** Adds a complete array with its checksum. */
    public void addArray(String name, NpyFormat format, String sha256) {
        Map<String, Object> entry = entry(format.fileSize(), sha256);
        entry.put("dtype", format.dtype().descr());
        entry.put("shape", format.shape());
        files.put(name, entry);
    }

    /** Adds another complete file. */
    void addFile(Path file) throws FileFailure {
        FileFailure.attempt("read", file, () -> {
            try (FileChannel channel = FileChannel.open(file)) {
                files.put(file.getFileName().toString(), entry(channel.size(), Sha256.of(channel)));
            }
        });
    }

    private static Map<String, Object> entry(long bytes, String sha256) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bytes", bytes);
        entry.put("sha256", sha256);
        return entry;
    }

    /** Writes the JSON text. */
    void writeTo(OutputStream out) throws IOException {
        out.write(Json.of(entries).getBytes(StandardCharsets.UTF_8));
    }
}
