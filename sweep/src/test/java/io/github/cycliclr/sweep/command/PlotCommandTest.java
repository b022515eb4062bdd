package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

final class PlotCommandTest {
    private static final String SCHEDULE = "--base-lr 0.001 --max-lr 0.006 --step-size-up 2000";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCHEDULE,
                SCHEDULE + " --mode triangular2 --momentum",
                SCHEDULE + " --mode exp_range --gamma 0.9999 --start 1000 --count 30000",
                SCHEDULE + " --count 1",
                SCHEDULE + " --count 1000000000000 --momentum",
                SCHEDULE + " --mode exp_range --gamma 1.0001",
                SCHEDULE + " --mode exp_range --gamma 1.0001 --count 100000000",
                "--base-lr 0 --max-lr 0 --step-size-up 1",
                "--base-lr 0 --max-lr 1e-300 --step-size-up 2305843009213693952"
            })
    void drawsScheduleInBothFormats(String options) throws Exception {
        draw(options.split(" "));
    }

    @Test
    void drawsSweepAsLinesOrBands() throws Exception {
        for (int configurations : new int[] {1, 24, 25, 3000}) {
            Path specification =
                    Files.writeString(folder.resolve("spec.yaml"), "method: random\nrun_cap: " + configurations + """

                    iterations: 100000
                    parameters:
                      base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}
                      max_lr_factor: {value: 4}
                      step_size_up: {values: [1, 50, 7000]}
                      mode: {values: [triangular, triangular2, exp_range]}
                      gamma: {value: 0.9999}
                      cycle_momentum: {values: [true, false]}
                    """);
            Document svg = draw(specification.toString());
            int bands = svg.getElementsByTagName("polygon").getLength();
            assertEquals(configurations <= 24 ? 0 : 6, bands, configurations + " configurations");
        }
    }

    /** A chart for each that differs, and the SVG stays small. */
    @Test
    void drawsGroupsThatDiffer() throws Exception {
        for (int configurations : new int[] {24, 200}) {
            Path specification =
                    Files.writeString(folder.resolve("spec.yaml"), "method: random\nrun_cap: " + configurations + """

                    iterations: 10000000
                    parameters:
                      base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}
                      max_lr_factor: {value: 4}
                    parameter_groups:
                      head: {base_lr_factor: {value: 10}}
                      neck: {max_momentum: {value: 0.95}}
                      tail: {max_lr_factor: {value: 8}}
                    """);
            String text = draw(specification.toString()).getDocumentElement().getTextContent();
            for (String label : List.of("learning rate, head", "learning rate, tail", "momentum, neck")) {
                assertTrue(text.contains(label), label);
            }
            assertFalse(text.contains("learning rate, neck"), "it is that of the first group");
            assertFalse(text.contains("momentum, head"), "it is that of the first group");
        }
    }

    /** However many cycles there are, every column reaches from the trough to the peak. */
    @Test
    void everyColumnReachesFromTroughToPeak() throws Exception {
        Document svg = draw((SCHEDULE + " --count 123456789").split(" "));
        var lines = svg.getElementsByTagName("polyline");
        String[] points = lines.item(lines.getLength() - 1)
                .getAttributes()
                .getNamedItem("points")
                .getNodeValue()
                .trim()
                .split(" ");
        List<Double> heights = Arrays.stream(points)
                .map(point -> Double.parseDouble(point.split(",")[1]))
                .toList();
        double top = heights.stream().min(Double::compare).orElseThrow();
        double bottom = heights.stream().max(Double::compare).orElseThrow();
        assertTrue(bottom - top > 200, "the chart has a height");
        for (int i = 0; i < heights.size(); i += 2) {
            List<Double> column = List.of(heights.get(i), heights.get(i + 1));
            assertTrue(column.contains(top) && column.contains(bottom), "column " + i / 2 + ": " + column);
        }
    }

    @Test
    void standardOutputHasTheFormatThatIsGiven() throws IOException {
        assertTrue(Outcome.of(("plot " + SCHEDULE + " -o - --format svg").split(" "))
                .out()
                .startsWith("<svg "));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertEquals(
                0,
                Outcome.withOutput(png, ("plot " + SCHEDULE + " -o - --format png").split(" "))
                        .status());
        check(ImageIO.read(new ByteArrayInputStream(png.toByteArray())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SCHEDULE -o a.gif              | -o is a.gif; it must end with .png or .svg, or add --format png or svg
            SCHEDULE -o -                  | -o is standard output; add --format png or svg
            SCHEDULE -o a.svg --format png | -o is a.svg, but --format is png; give one of them
            SCHEDULE --count 0 -o a.svg    | --count is 0; it must be at least 1 and not lead beyond iteration 2^62
            SCHEDULE --seed 1 -o a.svg     | --seed is of a sweep; name its specification
            spec.yaml --gamma 1 -o a.svg   | SPEC.yaml and options of a schedule exclude each other; give one of them
            -o a.svg                       | what to draw is missing; give SPEC.yaml, or --base-lr, --max-lr and --step-size-up
            --base-lr 1 -o a.svg           | --max-lr is missing
            spec.yaml --start 1 -o a.svg   | --start is of a schedule; a sweep is drawn whole
            spec.yaml                      | -o is missing; name the picture to write, FILE.png or FILE.svg
            """)
    void wrongOptionsGiveOneLine(String options, String message) {
        assertEquals(
                new Outcome(2, "", "cycliclr: " + message + "; try 'cycliclr plot --help'\n"),
                Outcome.of(("plot " + options.replace("SCHEDULE", SCHEDULE)).split(" ")));
        assertFalse(Files.exists(Path.of("a.svg")));
    }

    /** Draws both formats, and returns the one that can be read. */
    private Document draw(String... what) throws Exception {
        Path png = folder.resolve("picture.png");
        Path svg = folder.resolve("picture.svg");
        for (Path file : List.of(png, svg)) {
            List<String> args = new ArrayList<>(List.of("plot"));
            args.addAll(List.of(what));
            args.addAll(List.of("-o", file.toString()));
            Outcome outcome = Outcome.of(args.toArray(String[]::new));
            assertEquals(0, outcome.status(), outcome::messages);
            assertEquals("", outcome.out());
        }
        assertTrue(Files.size(svg) < 300_000, () -> svg.toFile().length() + " bytes");
        check(ImageIO.read(png.toFile()));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        String text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("learning rate") && text.contains("iteration"), text);
        assertFalse(Files.readString(svg).contains("NaN"), "all points have a place");
        assertFalse(Files.readString(svg).contains("Infinity"), "all points have a place");
        return document;
    }

    private static void check(BufferedImage image) throws IOException {
        assertEquals(2400, image.getWidth());
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x : new int[] {0, image.getWidth() - 1}) {
                assertEquals(Color.WHITE.getRGB(), image.getRGB(x, y), "runs out at the side");
            }
            for (int x = 0; x < image.getWidth(); x++) {
                ink += image.getRGB(x, y) == Color.WHITE.getRGB() ? 0 : 1;
            }
        }
        assertTrue(ink > 5_000, "there is something to see");
    }
}
