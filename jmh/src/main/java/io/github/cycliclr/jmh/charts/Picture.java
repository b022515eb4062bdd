package io.github.cycliclr.jmh.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A page with a title above, captions below, and room for charts between. */
final class Picture {
    static final int WIDTH = 1200;

    /** The file's pixels for each one here: it stays sharp on dense screens. */
    static final int DENSITY = 2;

    private static final int MARGIN = 14;
    private static final int TITLE = 44;
    private static final int CAPTION = 22;

    private final BufferedImage image;
    private final Graphics2D graphics;

    /** @param height of the room for charts, in pixels */
    Picture(String title, int height, String... captions) {
        int total = TITLE + height + captions.length * CAPTION + MARGIN / 2;
        image = new BufferedImage(DENSITY * WIDTH, DENSITY * total, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(DENSITY, DENSITY);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, WIDTH, total);
        graphics.setColor(ChartStyle.INK);
        graphics.setFont(ChartStyle.FONT.deriveFont(Font.BOLD, 22f));
        graphics.drawString(title, MARGIN, 30);
        graphics.setColor(ChartStyle.GREY);
        graphics.setFont(ChartStyle.FONT.deriveFont(15f));
        for (int i = 0; i < captions.length; i++) {
            graphics.drawString(captions[i], MARGIN, TITLE + height + (i + 1) * CAPTION - 6);
        }
    }

    /** Where a chart is drawn. Its labels may reach beyond it. */
    Graphics2D at(int x, int y) {
        Graphics2D part = (Graphics2D) graphics.create();
        part.translate(x, TITLE + y);
        return part;
    }

    BufferedImage image() {
        return image;
    }

    void write(Path png) throws IOException {
        try (var file = Files.newOutputStream(png)) {
            ImageIO.write(image, "png", file);
        }
    }
}
