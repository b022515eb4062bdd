package io.github.cycliclr.jmh.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Text beside a point of a chart, on a ground of white so that no grid line runs through it.
 *
 * @param x the point's, in pixels
 * @param y the point's, in pixels
 */
record Label(String text, Color color, double x, double y) {
    private static final int DISTANCE = 12;
    private static final int HEIGHT = 22;

    void drawRight(Graphics2D graphics, Font font) {
        draw(graphics, font, x + DISTANCE);
    }

    void drawLeft(Graphics2D graphics, Font font) {
        TextLayout layout = new TextLayout(text, font, graphics.getFontRenderContext());
        draw(graphics, font, x - DISTANCE - layout.getAdvance());
    }

    private void draw(Graphics2D graphics, Font font, double left) {
        TextLayout layout = new TextLayout(text, font, graphics.getFontRenderContext());
        // Half the height of a capital below the point.
        double baseline = y + 0.36 * font.getSize2D();
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(
                left - 2, baseline - layout.getAscent(), layout.getAdvance() + 4, layout.getAscent() + 3));
        graphics.setColor(color);
        layout.draw(graphics, (float) left, (float) baseline);
    }

    /** The labels from top to bottom, moved up and down until none lies on another. */
    static List<Label> apart(List<Label> labels) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparing(Label::y));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 1; i < sorted.size(); i++) {
                Label above = sorted.get(i - 1);
                Label below = sorted.get(i);
                double overlap = HEIGHT - (below.y - above.y);
                if (overlap > 0.1) {
                    sorted.set(i - 1, above.moved(-overlap / 2));
                    sorted.set(i, below.moved(overlap / 2));
                    moved = true;
                }
            }
        }
        return sorted;
    }

    private Label moved(double down) {
        return new Label(text, color, x, y + down);
    }
}
