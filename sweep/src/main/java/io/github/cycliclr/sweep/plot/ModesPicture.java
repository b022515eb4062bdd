package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.Schedule;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/**
 * The picture of the three modes: a column for each, the learning rate above and the momentum below.
 *
 * <p>After {@code ./mvnw -q -pl sweep -am -DskipTests package} this makes the one of the README again:
 *
 * <pre>{@code
 * java -p sweep/target/lib -m io.github.cycliclr.sweep/io.github.cycliclr.sweep.plot.ModesPicture sweep/examples/modes.png
 * }</pre>
 */
public final class ModesPicture {
    /** The file's pixels for each one below: it stays sharp on dense screens. */
    private static final int DENSITY = 2;

    private static final int WIDTH = 1200;
    private static final int TITLE = 30;
    private static final int LEARNING_RATE = 270;
    private static final int MOMENTUM = 240;

    /** From the left edge to the first column; the axis labels are there, once for all columns. */
    private static final int LABELS = 80;

    private static final int COLUMN = (WIDTH - LABELS) / Mode.values().length;

    private static final double GAMMA = 0.9998;
    private static final long LAST_ITERATION = 10_000;

    private final Graphics2D graphics;

    private ModesPicture(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * Draws the picture.
     *
     * @param arguments the PNG file to write
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !arguments[0].endsWith(".png")) {
            System.err.println("usage: ModesPicture FILE.png");
            System.exit(2);
        }
        System.setProperty("java.awt.headless", "true");
        BufferedImage image = draw();
        try (var file = Files.newOutputStream(Path.of(arguments[0]))) {
            ImageIO.write(image, "png", file);
        }
    }

    private static BufferedImage draw() {
        int height = TITLE + LEARNING_RATE + MOMENTUM;
        BufferedImage image = new BufferedImage(DENSITY * WIDTH, DENSITY * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(DENSITY, DENSITY);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        // Otherwise the ends of chords are moved to whole pixels, and straight ramps look bent.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, WIDTH, height);
        ModesPicture picture = new ModesPicture(graphics);
        for (Mode mode : Mode.values()) {
            picture.draw(mode);
        }
        graphics.dispose();
        return image;
    }

    private void draw(Mode mode) {
        Schedule schedule = Schedule.builder()
                .baseLr(0.001)
                .maxLr(0.006)
                .stepSizeUp(1000)
                .mode(mode)
                .gamma(GAMMA)
                .build();
        BulkEvaluator evaluator = BulkEvaluator.of(schedule.shape());
        XYChart learningRate = Panel.LEARNING_RATE.chart(evaluator, schedule.learningRate(), LAST_ITERATION);
        learningRate.getStyler().setXAxisTicksVisible(false).setXAxisTitleVisible(false);
        XYChart momentum = Panel.MOMENTUM.chart(evaluator, schedule.momentum().orElseThrow(), LAST_ITERATION);
        paint(learningRate, mode, TITLE, LEARNING_RATE);
        paint(momentum, mode, TITLE + LEARNING_RATE, MOMENTUM);

        graphics.setColor(Panel.INK);
        graphics.setFont(Panel.FONT.deriveFont(Font.BOLD));
        String title = mode == Mode.EXP_RANGE ? mode + ", gamma = " + GAMMA : mode.toString();
        graphics.drawString(title, LABELS + mode.ordinal() * COLUMN, TITLE - 6);
    }

    private void paint(XYChart chart, Mode mode, int y, int height) {
        boolean labelled = mode.ordinal() == 0;
        int left = labelled ? LABELS : Panel.PADDING;
        chart.getStyler()
                .setYAxisTicksVisible(labelled)
                .setYAxisTitleVisible(labelled)
                .setYAxisLeftWidthHint(labelled ? LABELS : 0);
        int width = left + COLUMN - Panel.PADDING;
        int x = LABELS + mode.ordinal() * COLUMN - left;
        Graphics2D part = (Graphics2D) graphics.create(x, y, width, height);
        chart.paint(part, width, height);
        part.dispose();
    }
}
