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
import io.github.cycliclr.sweep.specification.SpecificationException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Compares the directory of a sweep with the specification in its manifest: sizes and headers, the table of configurations,
 * a sample of the values with the exact evaluator and, on request, all values and the checksums.
 */
public final class Verification {
    private final Path directory;
    private final ManifestReader manifest;
    private final Sweep sweep;
    private final List<String> findings = new ArrayList<>();
    private long exactly;

    /** Reads the manifest; a wrong one is a {@link SpecificationException}. */
    public Verification(Path directory) throws IOException {
        this.directory = directory;
        this.manifest = ManifestReader.of(directory);
        this.sweep = manifest.sweep();
    }

    /** The sweep that the directory must hold. */
    public Sweep sweep() {
        return sweep;
    }

    /** The number of values that were compared with the exact evaluator. */
    public long exactly() {
        return exactly;
    }

    /**
     * Reads and compares the files.
     *
     * @param threads at least 1
     * @param done receives, from any thread, the number of further values that were compared
     * @return one line for each error; empty if there is none
     * @throws IOException if a file cannot be read
     */
    public List<String> findings(Extent extent, int threads, LongConsumer done) throws IOException {
        List<ArrayCheck> checks = new ArrayList<>();
        try {
            for (SweepArray array : SweepArray.of(sweep)) {
                checks.add(new ArrayCheck(array, directory.resolve(array.name())));
            }
            findings.addAll(manifest.contradictions());
            checkTable();
            checkArrays(checks, extent, threads, done);
            if (extent != Extent.SAMPLE && findings.isEmpty()) {
                checkSums();
            }
            return findings;
        } finally {
            for (ArrayCheck check : checks) {
                check.close();
            }
        }
    }

    private void checkTable() throws IOException {
        StringWriter table = new StringWriter();
        ConfigurationTable.write(sweep.configurations(), sweep.configurations().count(), table);
        List<String> expected = table.toString().lines().toList();
        Path file = directory.resolve(SweepDirectory.CONFIGURATIONS);
        List<String> found;
        try {
            found = Files.readAllLines(file);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String is = i < found.size() ? found.get(i) : "missing";
            String must = i < expected.size() ? expected.get(i) : "missing";
            if (!is.equals(must)) {
                findings.add(file + ":" + (i + 1) + ": is " + is + "; it must be " + must);
                return;
            }
        }
    }

    private void checkArrays(List<ArrayCheck> checks, Extent extent, int threads, LongConsumer done)
            throws IOException {
        Map<SweepArray, SweepArray.Sink> sinks = new LinkedHashMap<>();
        for (ArrayCheck check : checks) {
            Optional<String> frameError = check.frameError();
            frameError.ifPresent(findings::add);
            if (frameError.isEmpty()) {
                exactly += check.sample();
                sinks.put(check.array(), check::compare);
            }
        }
        if (extent == Extent.ALL) {
            new Workers(sweep, sinks, BulkEvaluator::of, done).run(threads);
        } else if (extent == Extent.EXACT) {
            new Workers(sweep, sinks, ExactEvaluator::new, done).run(threads);
            exactly = sweep.values();
        }
        checks.forEach(check -> check.valueError().ifPresent(findings::add));
    }

    /** Called if all values are right, so that only the manifest can be wrong. */
    private void checkSums() throws IOException {
        for (String name : manifest.fileNames()) {
            try (FileChannel file = FileChannel.open(directory.resolve(name))) {
                String expected = Sha256.of(file);
                String found = manifest.checksum(name);
                if (!found.equals(expected)) {
                    findings.add(directory.resolve(SweepDirectory.MANIFEST) + ": the checksum of " + name + " is "
                            + found + "; it must be " + expected);
                }
            }
        }
    }
}
