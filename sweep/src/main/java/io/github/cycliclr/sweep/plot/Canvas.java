package io.github.cycliclr.sweep.plot;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;

/** What a picture is drawn on, in pixels from the upper left corner; later things lie on earlier ones. */
interface Canvas {
    /** Where a text stands from its point: to the right of it, on both sides, or to the left. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A line from point to point. */
    void line(double[] x, double[] y, Pen pen);

    /** What lies between two lines over the same x. */
    void area(double[] x, double[] low, double[] high, Color color);

    /** A text on its base line. */
    void text(String text, double x, double y, Anchor anchor, Type type);

    /** A text that reads upwards, its middle on the point. */
    void textUpwards(String text, double x, double y, Type type);

    /** Writes the file. */
    void write(OutputStream out) throws IOException;

    /** How lines are drawn. */
    record Pen(Color color, double width, boolean dashed) {}

    /** How texts are set, in a font without serifs. */
    record Type(double size, boolean bold, Color color) {}
}
