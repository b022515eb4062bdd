package io.github.cycliclr.jmh.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.jmh.AccuracyRow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

final class ResultsChartsTest {
    private static final String[] SCHEDULES = {
        "triangular/cycle", "triangular2/cycle", "exp_range/cycle", "exp_range/iterations"
    };

    @TempDir
    Path directory;

    @Test
    void allAreWrittenFromAllResults() throws IOException {
        save("sizes", results(List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(64, 33_554_432)));
        save("steps", results(List.of("vector"), List.of("1/1", "1000000/1000000"), List.of(33_554_432)));
        save("jdk25-double", results(List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(33_554_432)));
        save("peers", results(List.of("memset", "c", "vector"), List.of("2000/2000"), List.of(1_048_576)));
        save("peers-pytorch", results(List.of("pytorch"), List.of("2000/2000"), List.of(1_048_576)));
        Files.writeString(directory.resolve("accuracy.csv"), "evaluator,schedule,first,ulps,failure\n");
        ResultsCharts.main(new String[] {directory.toString()});
        for (String name : List.of("by-size", "by-mode", "by-step-size", "peers")) {
            BufferedImage image = ImageIO.read(directory.resolve(name + ".png").toFile());
            assertEquals(2400, image.getWidth(), name);
            assertTrue(colours(image).contains(0x0072B2) || colours(image).contains(0xC24E00), name);
            for (int y = 0; y < image.getHeight(); y++) {
                assertEquals(
                        0xFFFFFF, image.getRGB(image.getWidth() - 1, y) & 0xFFFFFF, name + ": runs out at the right");
            }
        }
    }

    @Test
    void whatIsNotThereIsLeftOut() throws IOException {
        save("steps", results(List.of("vector"), List.of("1/1", "10/10"), List.of(33_554_432)));
        assertThrows(NoSuchFileException.class, () -> SizeChart.draw(directory));
        assertThrows(NoSuchFileException.class, () -> ModeChart.draw(directory));
        assertThrows(NoSuchFileException.class, () -> PeersChart.draw(directory));
        ResultsCharts.main(new String[] {directory.toString()});
        assertTrue(Files.exists(directory.resolve("by-step-size.png")));
        assertFalse(Files.exists(directory.resolve("by-size.png")));
        assertFalse(Files.exists(directory.resolve("by-mode.png")));
        assertFalse(Files.exists(directory.resolve("peers.png")));
    }

    @Test
    void aLineForEachModeUnderTheRoof() throws IOException {
        save("sizes", results(List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(1024, 64)));
        XYChart chart = SizeChart.chart(Run.read(directory, "sizes"));
        assertEquals(
                List.of(
                        "Arrays.fill, the roof",
                        "triangular",
                        "triangular2",
                        "exp_range by cycle",
                        "exp_range by iteration"),
                chart.getSeriesCollection().stream().map(XYSeries::getName).toList());
        XYSeries line = chart.getSeries("triangular2");
        assertEquals(List.of(9.0, 13.0), list(line.getXData()));
        // 8 bytes in 0.5 ns are 16 GB/s, 2 to the 4th.
        assertEquals(List.of(4.0, 4.0), list(line.getYData()));
        assertEquals(
                List.of(5.0, 5.0), list(chart.getSeries("Arrays.fill, the roof").getYData()));
    }

    @Test
    void theRoofIsLevelOverAllStepSizes() throws IOException {
        save("steps", results(List.of("vector"), List.of("2000/2000", "1/2", "1000000/1000000"), List.of(1024)));
        save("steps-roof", results(List.of("arrays_fill"), List.of("2000/2000"), List.of(1024)));
        XYChart chart = StepSizeChart.chart(Run.read(directory, "steps").with(Run.read(directory, "steps-roof")));
        assertEquals(5, chart.getSeriesCollection().size());
        assertEquals(
                List.of(32.0, 32.0, 32.0), list(chart.getSeries(NamedLines.ROOF).getYData()));
        assertEquals(
                List.of(16.0, 16.0, 16.0), list(chart.getSeries("triangular").getYData()));
        var names = chart.getStyler().getXAxisTickLabelsFormattingFunction();
        assertEquals(List.of("1/2", "2000", "10⁶"), List.of(names.apply(0.0), names.apply(1.0), names.apply(2.0)));
    }

    @Test
    void aBarForEachTypeAndJdkTheNewestFirst() throws IOException {
        for (String name : List.of("jdk17-double", "jdk25-float", "jdk25-double")) {
            save(name, results(List.of("arrays_fill", "vector"), List.of("2000/2000"), List.of(65_536, 33_554_432)));
        }
        List<TypeRun> runs = TypeRun.all(directory);
        assertEquals(
                List.of("double[], JDK 25", "double[], JDK 17", "float[], JDK 25"),
                ModeChart.chart(runs).getSeriesCollection().stream()
                        .map(CategorySeries::getName)
                        .toList());
        assertEquals(List.of(0.5, 0.5, 0.5, 0.5), runs.get(0).parts(33_554_432));
    }

    @Test
    void aPointHasItsTimeAndItsLargestError() throws IOException {
        save(
                "peers",
                results(List.of("memset", "djl", "c", "numpy", "vector"), List.of("2000/2000"), List.of(1_048_576)));
        Files.writeString(directory.resolve("accuracy.csv"), """
                evaluator,schedule,first,ulps,failure
                vector,triangular/cycle,0,0,
                vector,triangular/cycle,1000000000,0,
                c,triangular/cycle,0,1,
                c,triangular/cycle,1000000000,2345678,
                numpy,triangular/cycle,0,1621295801428869,
                djl,triangular/cycle,0,3,
                djl,triangular/cycle,1000000000,,"no, it cannot"
                """);
        List<PeerPoint> points = PeerPoint.all(
                Run.read(directory, "peers"),
                AccuracyRow.read(directory.resolve("accuracy.csv")),
                List.of(DrawnMode.TRIANGULAR));
        assertEquals(
                List.of("0.25 ns", "0.50 ns, 0 ulp", "20 ns, 2.3 million ulp", "30 ns, 1.6e15 ulp", "10 µs, fails"),
                points.stream().map(PeerPoint::text).toList());
    }

    @Test
    void labelsDoNotLieOnEachOther() {
        List<Label> labels = IntStream.of(100, 104, 101, 300)
                .mapToObj(y -> new Label("at " + y, ChartStyle.INK, 0, y))
                .toList();
        List<Label> apart = Label.apart(labels);
        assertEquals(
                List.of("at 100", "at 101", "at 104", "at 300"),
                apart.stream().map(Label::text).toList());
        for (int i = 1; i < apart.size(); i++) {
            assertTrue(apart.get(i).y() - apart.get(i - 1).y() > 20, apart::toString);
        }
        assertEquals(300, apart.get(3).y());
    }

    private void save(String name, String json) throws IOException {
        Files.writeString(directory.resolve(name + ".json"), json);
        Files.writeString(directory.resolve(name + ".log"), "# Processor: Some processor, 2 threads, Linux\n");
    }

    private static String results(List<String> evaluators, List<String> steps, List<Integer> sizes) {
        List<String> results = new ArrayList<>();
        for (String evaluator : evaluators) {
            double nanos =
                    switch (evaluator) {
                        case "vector" -> 0.5;
                        case "c" -> 20;
                        case "numpy" -> 30;
                        case "djl", "pytorch" -> 10_000;
                        default -> 0.25;
                    };
            for (String schedule : SCHEDULES) {
                for (String step : steps) {
                    for (int size : sizes) {
                        results.add(result(evaluator, schedule, step, size, nanos * size));
                    }
                }
            }
        }
        return results.toString();
    }

    private static String result(String evaluator, String schedule, String steps, int size, double nanos) {
        return """
                {"benchmark": "io.github.cycliclr.jmh.DoubleFill.fill", "forks": 3, "jdkVersion": "25.0.1",
                 "params": {"evaluator": "%s", "first": "0", "gamma": "0.99", "schedule": "%s", "size": "%d", "steps": "%s"},
                 "primaryMetric": {"scoreUnit": "ns/op", "rawData": [[%s]]}}
                """.formatted(evaluator, schedule, size, steps, nanos);
    }

    private static List<Double> list(double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Math.round(values[i] * 1e9) / 1e9)
                .toList();
    }

    private static Set<Integer> colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(pixels).map(pixel -> pixel & 0xFFFFFF).boxed().collect(Collectors.toSet());
    }
}
