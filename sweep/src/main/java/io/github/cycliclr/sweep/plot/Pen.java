package io.github.cycliclr.sweep.plot;

import java.awt.Color;

/** The colour, width in pixels and dash pattern of a line. */
public record Pen(Color color, double width, boolean dashed) {
    /** A solid line. */
    public Pen(Color color, double width) {
        this(color, width, false);
    }
}
