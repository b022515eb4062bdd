package io.github.cycliclr.jmh.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run that fills arrays of one type on one JDK: {@code jdk25-double}.
 *
 * @param type double or float
 * @param feature the JDK's feature release
 */
record TypeRun(String type, int feature, Run run) {
    /**
     * All that a directory has, the newest JDK of each type first.
     *
     * @throws NoSuchFileException if it has none
     */
    static List<TypeRun> all(Path directory) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(directory)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("jdk\\d+-(double|float)\\.json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .toList();
        }
        List<TypeRun> runs = new ArrayList<>();
        for (String name : names) {
            String[] parts = name.substring("jdk".length()).split("-");
            runs.add(new TypeRun(parts[1], Integer.parseInt(parts[0]), Run.read(directory, name)));
        }
        if (runs.isEmpty()) {
            throw new NoSuchFileException(directory.resolve("jdk25-double.json").toString());
        }
        runs.sort(Comparator.comparing(TypeRun::type).thenComparing(TypeRun::feature, Comparator.reverseOrder()));
        return runs;
    }

    String name() {
        return type + "[], JDK " + feature;
    }

    /** Throughput as a part of that of Arrays.fill, for each of {@link DrawnMode}. */
    List<Double> parts(long size) {
        return Arrays.stream(DrawnMode.values())
                .map(mode -> run.rows("vector", mode.schedule).stream()
                        .filter(row -> row.size() == size)
                        .map(row -> row.timesAsFastAs(
                                row.by("arrays_fill", run.rows()).orElseThrow()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
