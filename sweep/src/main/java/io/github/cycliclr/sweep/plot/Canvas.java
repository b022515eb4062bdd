package io.github.cycliclr.sweep.plot;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.OutputStream;

/** A drawing surface: coordinates in pixels from the upper left corner; later shapes cover earlier ones. */
interface Canvas {
    /** The position of a text relative to its point: to the right of it, centred, or to the left. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Draws a line along a path. */
    void stroke(Path2D path, Pen pen);

    /** Fills the inside of a path. */
    void fill(Path2D path, Color color);

    /** Draws a text on its base line. A white outline keeps it readable on lines of the chart. */
    void text(String text, double x, double y, Anchor anchor, Type type);

    /** Writes the file. */
    void write(OutputStream out) throws IOException;

    /** The size, weight and colour of a text in a sans serif font. */
    record Type(double size, boolean bold, Color color) {
        /** An estimate of the width of a text, the same for all canvases; rather too large. */
        double width(String text) {
            return (bold ? 0.66 : 0.6) * size * text.length();
        }
    }
}
