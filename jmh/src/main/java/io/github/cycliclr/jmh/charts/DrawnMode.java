package io.github.cycliclr.jmh.charts;

import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A mode as all charts draw it. The colours stay apart for the colour-blind, and each has a marker of its own. */
enum DrawnMode {
    TRIANGULAR("triangular/cycle", "triangular", 0x0072B2, SeriesMarkers.CIRCLE),
    TRIANGULAR2("triangular2/cycle", "triangular2", 0xC24E00, SeriesMarkers.SQUARE),
    EXP_RANGE_BY_CYCLE("exp_range/cycle", "exp_range by cycle", 0x00795A, SeriesMarkers.DIAMOND),
    EXP_RANGE_BY_ITERATION("exp_range/iterations", "exp_range by iteration", 0x9A3F86, SeriesMarkers.TRIANGLE_UP);

    /** The parameter of the benchmarks. */
    final String schedule;

    final String label;
    final Color color;
    final Marker marker;

    DrawnMode(String schedule, String label, int rgb, Marker marker) {
        this.schedule = schedule;
        this.label = label;
        this.color = new Color(rgb);
        this.marker = marker;
    }
}
