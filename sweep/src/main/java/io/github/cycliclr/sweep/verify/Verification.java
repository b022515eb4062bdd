package io.github.cycliclr.sweep.verify;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.evaluate.ExactEvaluator;
import io.github.cycliclr.sweep.output.ConfigurationTable;
import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.output.Sha256;
import io.github.cycliclr.sweep.output.SweepDirectory;
import io.github.cycliclr.sweep.run.Sweep;
import io.github.cycliclr.sweep.run.SweepArray;
import io.github.cycliclr.sweep.run.Workers;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Holds the folder of a sweep against the specification in its manifest: sizes and headers, the table of configurations,
 * a sample of the values against the exact evaluator and, on request, all values and checksums.
 */
public final class Verification {
    /** Of the sample, so that a finding can be seen again. */
    private static final long SEED = 1;

    private final Path folder;
    private final ManifestReader manifest;
    private final Sweep sweep;
    private final List<String> findings = new ArrayList<>();
    private long exactly;

    /**
     * A verification.
     *
     * @throws IOException if there is no manifest that can be read
     * @throws io.github.cycliclr.sweep.specification.SpecificationException if it or its specification cannot be used
     */
    public Verification(Path folder) throws IOException {
        this.folder = folder;
        this.manifest = ManifestReader.of(folder);
        this.sweep = manifest.sweep();
    }

    /** What the folder must hold. */
    public Sweep sweep() {
        return sweep;
    }

    /** How many values have been compared with the exact evaluator. */
    public long exactly() {
        return exactly;
    }

    /**
     * Reads the files.
     *
     * @param extent which values
     * @param threads how many, at least 1
     * @param done is told, by any thread, how many values more of all have been compared
     * @return what is wrong, a line each; empty if nothing is
     * @throws IOException if a file cannot be read
     */
    public List<String> findings(Extent extent, int threads, LongConsumer done) throws IOException {
        Map<SweepArray, ArrayCheck> checks = new LinkedHashMap<>();
        try {
            for (SweepArray array : SweepArray.of(sweep)) {
                checks.put(array, new ArrayCheck(array, folder.resolve(array.name())));
            }
            findings.addAll(manifest.contradictions());
            checkTable();
            Map<SweepArray, SweepArray.Sink> sinks = new LinkedHashMap<>();
            for (Map.Entry<SweepArray, ArrayCheck> check : checks.entrySet()) {
                String frame = check.getValue().frame();
                if (frame == null) {
                    exactly += check.getValue().sample(SEED);
                    sinks.put(check.getKey(), check.getValue()::compare);
                } else {
                    findings.add(frame);
                }
            }
            if (extent != Extent.SAMPLE) {
                boolean exact = extent == Extent.EXACT;
                new Workers(sweep, sinks, exact ? ExactEvaluator::new : BulkEvaluator::of, done).run(threads);
                exactly = exact ? sweep.values() : exactly;
            }
            checks.values().stream()
                    .map(ArrayCheck::difference)
                    .filter(Objects::nonNull)
                    .forEach(findings::add);
            if (extent != Extent.SAMPLE && findings.isEmpty()) {
                checkSums(checks);
            }
            return findings;
        } finally {
            for (ArrayCheck check : checks.values()) {
                check.close();
            }
        }
    }

    private void checkTable() throws IOException {
        StringWriter right = new StringWriter();
        ConfigurationTable.write(sweep.configurations(), sweep.configurations().count(), right);
        Path file = folder.resolve(SweepDirectory.CONFIGURATIONS);
        List<String> found;
        try {
            found = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
        List<String> lines = right.toString().lines().toList();
        for (int i = 0; i < Math.max(lines.size(), found.size()); i++) {
            String is = i < found.size() ? found.get(i) : "missing";
            String must = i < lines.size() ? lines.get(i) : "missing";
            if (!is.equals(must)) {
                findings.add(file + ":" + (i + 1) + ": is " + is + "; it must be " + must);
                return;
            }
        }
    }

    /** Where all values are right, only the manifest can be wrong. */
    private void checkSums(Map<SweepArray, ArrayCheck> checks) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        for (Map.Entry<SweepArray, ArrayCheck> check : checks.entrySet()) {
            sums.put(check.getKey().name(), Sha256.of(check.getValue().channel()));
        }
        try (FileChannel table =
                FileChannel.open(folder.resolve(SweepDirectory.CONFIGURATIONS), StandardOpenOption.READ)) {
            sums.put(SweepDirectory.CONFIGURATIONS, Sha256.of(table));
        }
        sums.forEach((name, sum) -> {
            String written = manifest.checksum(name);
            if (!sum.equals(written)) {
                findings.add(folder.resolve(SweepDirectory.MANIFEST) + ": the checksum of " + name + " is " + written
                        + "; it must be " + sum);
            }
        });
    }
}
