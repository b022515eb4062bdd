package io.github.cycliclr.jmh.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Speed and accuracy of this project and its peers. */
record Peers(List<Measurement> measurements, List<AccuracyRow> accuracy) {
    static final String RUN = "peers";

    /** A run of its own: an iteration takes PyTorch thousands of times as long. */
    static final String PYTORCH_RUN = "peers-pytorch";

    /** An evaluator of the comparison, with its name in tables and charts. */
    enum Peer {
        MEMSET("memset in C", true),
        ARRAYCOPY("System.arraycopy", true),
        ARRAYS_FILL("Arrays.fill", true),
        VECTOR("this project", false),
        PORTABLE("the same, scalar", false),
        C("loop in C", false),
        TEXTBOOK("loop in Java", false),
        NUMPY("NumPy", false),
        DJL("DJL", false),
        PYTORCH("PyTorch", false);

        final String label;

        /** Whether it only writes the array and computes nothing. */
        final boolean onlyWrites;

        Peer(String label, boolean onlyWrites) {
            this.label = label;
            this.onlyWrites = onlyWrites;
        }

        /** The parameter of the benchmarks. */
        String evaluator() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Peers of(Results results) {
        return new Peers(
                Stream.concat(results.run(RUN).stream(), results.run(PYTORCH_RUN).stream())
                        .toList(),
                results.accuracy());
    }

    Optional<Measurement> measurement(Peer peer, ChartedMode mode) {
        return measurements.stream()
                .filter(each -> each.evaluator().equals(peer.evaluator()))
                .filter(each -> each.schedule().equals(mode.schedule))
                .findFirst();
    }

    /** The largest error as text; empty if the peer only writes. */
    String error(Peer peer, ChartedMode mode) {
        return AccuracyRow.largest(accuracy, peer.evaluator(), mode.schedule)
                .map(AccuracyRow::text)
                .orElse(peer.onlyWrites ? "" : "error unknown");
    }

    /** The peers with measurements, by the time of their slowest mode. */
    List<Peer> fastestFirst() {
        return Arrays.stream(Peer.values())
                .filter(peer -> !times(peer).isEmpty())
                .sorted(Comparator.comparing(peer -> times(peer).get(times(peer).size() - 1)))
                .toList();
    }

    private List<Double> times(Peer peer) {
        return measurements.stream()
                .filter(each -> each.evaluator().equals(peer.evaluator()))
                .map(Measurement::nanosPerElement)
                .sorted()
                .toList();
    }

    /** A table: a row for each peer, a column for each mode with time, quotient to the loop in Java, and largest error. */
    String table() {
        String modes =
                Arrays.stream(ChartedMode.values()).map(mode -> mode.label).collect(Collectors.joining(" | "));
        return "| | " + modes + " |\n|---|--:|--:|--:|--:|\n"
                + fastestFirst().stream().map(this::row).collect(Collectors.joining("\n"));
    }

    private String row(Peer peer) {
        return Arrays.stream(ChartedMode.values())
                .map(mode -> cell(peer, mode))
                .collect(Collectors.joining(" | ", "| " + peer.label + " | ", " |"));
    }

    private String cell(Peer peer, ChartedMode mode) {
        Optional<Measurement> textbook = measurement(Peer.TEXTBOOK, mode);
        return measurement(peer, mode)
                .map(own -> Measurement.number("%.3f", own.nanosPerElement())
                        + textbook.map(loop -> Measurement.number(", %.3g×", own.timesAsFastAs(loop)))
                                .orElse("")
                        + (peer.onlyWrites ? "" : ", " + error(peer, mode)))
                .orElse("");
    }
}
