package io.github.cycliclr.sweep.plot;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes SVG: coordinates to a tenth of a pixel, and texts as text. */
final class SvgCanvas implements Canvas {
    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(int width, int height) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif\">\n",
                width, height, width, height);
        add(
                "<style>text { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round }</style>\n");
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n");
    }

    @Override
    public void stroke(Path2D path, Pen pen) {
        String dashes = pen.dashed() ? " stroke-dasharray=\"6 4\"" : "";
        add(
                "<polyline fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"%s\"%s%s points=\"%s\"/>\n",
                tenths(pen.width()), dashes, attributes("stroke", pen.color()), points(path));
    }

    @Override
    public void fill(Path2D path, Color color) {
        add("<polygon%s points=\"%s\"/>\n", attributes("fill", color), points(path));
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Type type) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        add(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\"%s%s>%s</text>\n",
                tenths(x),
                tenths(y),
                anchor.name().toLowerCase(Locale.ROOT),
                tenths(type.size()),
                type.bold() ? " font-weight=\"bold\"" : "",
                attributes("fill", type.color()),
                safe);
    }

    private static String points(Path2D path) {
        StringJoiner points = new StringJoiner(" ");
        double[] point = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(point) != PathIterator.SEG_CLOSE) {
                points.add(tenths(point[0]) + "," + tenths(point[1]));
            }
        }
        return points.toString();
    }

    /** The attributes for a colour and, if it is not opaque, for its opacity. */
    private static String attributes(String name, Color color) {
        String attribute = String.format(Locale.ROOT, " %s=\"#%06x\"", name, color.getRGB() & 0xFFFFFF);
        return color.getAlpha() == 255
                ? attribute
                : attribute + String.format(Locale.ROOT, " %s-opacity=\"%.2f\"", name, color.getAlpha() / 255.0);
    }

    private static String tenths(double pixels) {
        long tenths = Math.round(pixels * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write((svg + "</svg>\n").getBytes(StandardCharsets.UTF_8));
    }
}
