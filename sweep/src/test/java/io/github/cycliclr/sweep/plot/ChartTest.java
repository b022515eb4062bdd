package io.github.cycliclr.sweep.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class ChartTest {
    private static final Pen RED = new Pen(new Color(0xCC0000), 6);

    @Test
    void endLabelsDoNotOverlap() {
        double[] apart = Chart.apart(new double[] {100, 101, 104, 300});
        for (int i = 1; i < apart.length; i++) {
            assertTrue(apart[i] - apart[i - 1] > 20, "label " + i);
        }
        assertEquals(300, apart[3]);
        assertArrayEquals(new double[] {10, 50}, Chart.apart(new double[] {10, 50}));
    }

    /** A horizontal line must lie at the same height in both formats, at two pixels each in PNG. */
    @Test
    void pngAndSvgAgree() throws IOException {
        Chart chart = new Chart("", Axis.linear("x", 0, 1), Axis.linear("y", 0, 1), 200)
                .line(new double[] {0, 1}, new double[] {0.7, 0.7}, RED);
        Picture picture =
                new Picture("a < b", List.of(new Picture.Entry("red", RED)), List.of(List.of(chart)), List.of("end"));
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        picture.writeSvg(svg);
        String text = svg.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(">a &lt; b<") && text.contains(">red<") && text.contains(">end<"), text);
        String points = text.substring(text.lastIndexOf("points=\"") + 8);
        double y = Double.parseDouble(points.substring(points.indexOf(',') + 1, points.indexOf(' ')));

        ByteArrayOutputStream png = new ByteArrayOutputStream();
        picture.writePng(png);
        var image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        assertTrue(text.contains("height=\"" + image.getHeight() / 2 + "\""), text);
        assertEquals(0xCC0000, image.getRGB(image.getWidth() / 2, (int) (2 * y)) & 0xFFFFFF);
    }
}
