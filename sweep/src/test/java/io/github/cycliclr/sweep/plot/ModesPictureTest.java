package io.github.cycliclr.sweep.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModesPictureTest {
    @TempDir
    private Path folder;

    @Test
    void drawsBothQuantitiesInEveryColumnOfASmallFile() throws Exception {
        requireFonts();
        Path file = folder.resolve("modes.png");
        ModesPicture.main(new String[] {file.toString()});
        assertTrue(Files.size(file) < 300_000, () -> file.toFile().length() + " bytes");

        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(2400, image.getWidth());
        assertEquals(1156, image.getHeight());
        assertEquals(Color.WHITE.getRGB(), image.getRGB(0, 0));
        for (int column = 0; column < 3; column++) {
            Map<Integer, Integer> above = pixels(image.getSubimage(800 * column, 0, 800, 600));
            Map<Integer, Integer> below = pixels(image.getSubimage(800 * column, 600, 800, 480));
            assertTrue(above.getOrDefault(Quantity.LEARNING_RATE.color().getRGB(), 0) > 1000);
            assertTrue(below.getOrDefault(Quantity.MOMENTUM.color().getRGB(), 0) > 1000);
            assertTrue(above.getOrDefault(Chart.INK.getRGB(), 0) > 100, "a title");
            assertTrue(below.getOrDefault(Chart.INK.getRGB(), 0) > 100, "labels of the iterations");
        }
    }

    /** Skips, but not in continuous integration, where fonts must be. */
    private static void requireFonts() {
        System.setProperty("java.awt.headless", "true");
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
        } catch (RuntimeException | LinkageError | InternalError e) {
            String message = "no fonts to draw with (" + e + "): install Debian's fontconfig and fonts-dejavu-core";
            if ("true".equals(System.getenv("CI"))) {
                fail(message, e);
            }
            System.out.println("the picture of the modes, skipped: " + message);
            abort(message);
        }
    }

    /** How many pixels there are of each colour. */
    private static Map<Integer, Integer> pixels(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts;
    }
}
