package io.github.cycliclr.sweep.plot;

/**
 * Where a chart stands: the rectangle between its axes, in pixels.
 *
 * @param namesValues whether the ticks of the values have names, and the axis a title; there must be room to the left
 * @param namesIterations the same of the iterations, below
 */
record Frame(
        Canvas canvas, double x, double y, double width, double height, boolean namesValues, boolean namesIterations) {
    /** Room to the left for a title and the names of ticks, to the right for half a name, and below. */
    static final int LEFT = 124;

    static final int RIGHT = 48;
    static final int BELOW = 48;
}
