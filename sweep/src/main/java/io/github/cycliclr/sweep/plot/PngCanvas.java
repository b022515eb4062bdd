package io.github.cycliclr.sweep.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Draws by Java2D, two by two pixels for each pixel of the picture, for screens of high density. */
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
        // By default Java2D moves the ends of chords to whole pixels, which bends straight ramps.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, width, height);
    }

    @Override
    public void stroke(Path2D path, Pen pen) {
        float[] dashes = pen.dashed() ? new float[] {6, 4} : null;
        graphics.setStroke(
                new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
        graphics.setColor(pen.color());
        graphics.draw(path);
    }

    @Override
    public void fill(Path2D path, Color color) {
        graphics.setColor(color);
        graphics.fill(path);
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Type type) {
        if (text.isEmpty()) {
            return; // TextLayout rejects it
        }
        Font font = new Font(Font.SANS_SERIF, type.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) type.size());
        TextLayout layout = new TextLayout(text, font, graphics.getFontRenderContext());
        double left = x - layout.getAdvance() * anchor.ordinal() / 2;
        Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(left, y));
        stroke(new Path2D.Double(outline), new Pen(Color.WHITE, 4));
        graphics.setColor(type.color());
        layout.draw(graphics, (float) left, (float) y);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        // Through memory: ImageIO reports a full disk by messages of its own.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", bytes);
        bytes.writeTo(out);
    }
}
