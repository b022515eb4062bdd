package io.github.cycliclr.sweep.output;

import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Specification;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a sweep's folder holds and how to make it again, as JSON. It names no time and no place, so that the same sweep
 * has the same manifest.
 */
public final class Manifest {
    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final Map<String, Object> files = new LinkedHashMap<>();

    /** The manifest of a sweep, without its files. */
    public Manifest(Configurations configurations, DType dtype, Layout layout) {
        Specification specification = configurations.specification();
        KernelChoice choice = KernelChoice.best();
        entries.put("program", "cycliclr " + Version.text());
        entries.put("java", Runtime.version().toString());
        entries.put("evaluator", choice.kernels().description());
        entries.put("method", specification.method().toString());
        entries.put("seed", configurations.seed());
        entries.put("configurations", configurations.count());
        entries.put("iterations", specification.iterations());
        entries.put("dtype", dtype.toString());
        entries.put("layout", layout.toString());
        entries.put("specification", specification.text());
        entries.put("files", files);
    }

    /** Adds an array, which must be complete. */
    public void addArray(String name, StagedFile file, NpyFormat format) throws FileFailure {
        Map<String, Object> entry = entry(file);
        entry.put("dtype", format.dtype().descr());
        entry.put("shape", format.shape());
        files.put(name, entry);
    }

    /** Adds any other file, which must be complete. */
    public void addFile(String name, StagedFile file) throws FileFailure {
        files.put(name, entry(file));
    }

    private static Map<String, Object> entry(StagedFile file) throws FileFailure {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bytes", file.size());
        entry.put("sha256", file.sha256());
        return entry;
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return Json.of(entries);
    }
}
