package io.github.cycliclr.jmh.charts;

import io.github.cycliclr.jmh.AccuracyRow;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An evaluator at work on a mode.
 *
 * @param nanos time of an iteration
 * @param error for people; empty for a roof
 */
record PeerPoint(Peer peer, DrawnMode mode, double nanos, String error) {
    static List<PeerPoint> all(Run run, List<AccuracyRow> accuracy, List<DrawnMode> modes) {
        return Arrays.stream(Peer.values())
                .flatMap(peer -> modes.stream().flatMap(mode -> of(peer, mode, run, accuracy)))
                .toList();
    }

    /** Nothing for what was not timed. */
    private static Stream<PeerPoint> of(Peer peer, DrawnMode mode, Run run, List<AccuracyRow> accuracy) {
        // The largest wherever it began: far out exp_range may have shrunk to nothing, and then it is right by itself.
        String error = accuracy.stream()
                .filter(row ->
                        row.evaluator().equals(peer.evaluator) && row.schedule().equals(mode.schedule))
                .max(Comparator.comparing(AccuracyRow::ulps))
                .map(AccuracyRow::text)
                .orElse(peer.roof ? "" : "error unknown");
        return run.rows(peer.evaluator, mode.schedule).stream()
                .limit(1)
                .map(row -> new PeerPoint(peer, mode, row.nanosPerElement(), error));
    }

    double log() {
        return Math.log10(nanos);
    }

    Color color() {
        return peer.roof ? ChartStyle.GREY : new Color(error.equals(AccuracyRow.EXACT) ? 0x0072B2 : 0xC24E00);
    }

    String text() {
        return error.isEmpty() ? time(nanos) : time(nanos) + ", " + error;
    }

    /** Two digits and a unit. */
    static String time(double nanos) {
        boolean micros = nanos > 999;
        BigDecimal rounded = new BigDecimal(micros ? nanos / 1_000 : nanos).round(new MathContext(2));
        int decimals = Math.max(0, 2 - (rounded.precision() - rounded.scale()));
        return rounded.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString() + (micros ? " µs" : " ns");
    }
}
