package io.github.cycliclr.sweep.plot;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A canvas of SVG: lines to a tenth of a pixel, and texts that stay texts. */
final class SvgCanvas implements Canvas {
    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(int width, int height) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                width,
                height,
                width,
                height));
    }

    @Override
    public void line(double[] x, double[] y, Pen pen) {
        svg.append("<polyline fill=\"none\" stroke-linejoin=\"round\"");
        attribute("stroke", pen.color());
        svg.append(" stroke-width=\"").append(tenths(pen.width())).append('"');
        if (pen.dashed()) {
            svg.append(" stroke-dasharray=\"6 4\"");
        }
        svg.append(" points=\"");
        points(x, y, 0, 1);
        svg.append("\"/>\n");
    }

    @Override
    public void area(double[] x, double[] low, double[] high, Color color) {
        svg.append("<polygon");
        attribute("fill", color);
        svg.append(" points=\"");
        points(x, low, 0, 1);
        points(x, high, x.length - 1, -1);
        svg.append("\"/>\n");
    }

    private void points(double[] x, double[] y, int from, int step) {
        for (int i = from; i >= 0 && i < x.length; i += step) {
            svg.append(tenths(x[i])).append(',').append(tenths(y[i])).append(' ');
        }
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Type type) {
        text(text, " x=\"" + tenths(x) + "\" y=\"" + tenths(y) + "\"", anchor, type);
    }

    @Override
    public void textUpwards(String text, double x, double y, Type type) {
        text(text, " transform=\"translate(" + tenths(x) + " " + tenths(y) + ") rotate(-90)\"", Anchor.MIDDLE, type);
    }

    private void text(String text, String place, Anchor anchor, Type type) {
        svg.append("<text").append(place);
        svg.append(" text-anchor=\"")
                .append(anchor.name().toLowerCase(Locale.ROOT))
                .append('"');
        svg.append(" font-size=\"").append(tenths(type.size())).append('"');
        if (type.bold()) {
            svg.append(" font-weight=\"bold\"");
        }
        attribute("fill", type.color());
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        svg.append('>').append(safe).append("</text>\n");
    }

    /** A colour, and how much of it. */
    private void attribute(String name, Color color) {
        svg.append(String.format(Locale.ROOT, " %s=\"#%06x\"", name, color.getRGB() & 0xFFFFFF));
        if (color.getAlpha() < 255) {
            svg.append(String.format(Locale.ROOT, " %s-opacity=\"%.2f\"", name, color.getAlpha() / 255.0));
        }
    }

    private static String tenths(double pixels) {
        long tenths = Math.round(pixels * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write((svg + "</svg>\n").getBytes(StandardCharsets.UTF_8));
    }
}
