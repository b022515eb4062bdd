package io.github.cycliclr.sweep.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** A canvas of pixels, two by two for each one of the picture: it stays sharp on dense screens. */
final class PngCanvas implements Canvas {
    private static final int DENSITY = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;

    PngCanvas(int width, int height) {
        image = new BufferedImage(DENSITY * width, DENSITY * height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(DENSITY, DENSITY);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        // Otherwise the ends of chords are moved to whole pixels, and straight ramps look bent.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
    }

    @Override
    public void line(double[] x, double[] y, Pen pen) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        float[] dashes = pen.dashed() ? new float[] {6, 4} : null;
        graphics.setStroke(
                new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
        graphics.setColor(pen.color());
        graphics.draw(path);
    }

    @Override
    public void area(double[] x, double[] low, double[] high, Color color) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], low[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], low[i]);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            path.lineTo(x[i], high[i]);
        }
        path.closePath();
        graphics.setColor(color);
        graphics.fill(path);
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Type type) {
        set(type);
        double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        double left = x - width * anchor.ordinal() / 2;
        graphics.drawString(text, (float) left, (float) y);
    }

    @Override
    public void textUpwards(String text, double x, double y, Type type) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        text(text, x, y, Anchor.MIDDLE, type);
        graphics.setTransform(before);
    }

    private void set(Type type) {
        graphics.setFont(
                new Font(Font.SANS_SERIF, type.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) type.size()));
        graphics.setColor(type.color());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        // To memory first: ImageIO has words and a thread of its own for a disk that is full.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", bytes);
        bytes.writeTo(out);
    }
}
