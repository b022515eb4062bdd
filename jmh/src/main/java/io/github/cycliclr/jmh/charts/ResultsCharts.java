package io.github.cycliclr.jmh.charts;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Draws the charts of a directory of results into it. */
public final class ResultsCharts {
    private ResultsCharts() {}

    /** Takes the directory. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path directory = Path.of(arguments.length == 1 ? arguments[0] : "results");
        write(directory, SizeChart.NAME, SizeChart::draw);
        write(directory, ModeChart.NAME, ModeChart::draw);
        write(directory, StepSizeChart.NAME, StepSizeChart::draw);
        write(directory, PeersChart.NAME, PeersChart::draw);
    }

    /** Leaves a chart out whose results are not there, and says so. */
    private static void write(Path directory, String name, Drawing drawing) throws IOException {
        try {
            drawing.draw(directory).write(directory.resolve(name));
        } catch (NoSuchFileException absent) {
            System.out.println(name + " is left out: there is no " + absent.getFile());
        }
    }

    @FunctionalInterface
    private interface Drawing {
        /** @throws NoSuchFileException if the results are not there */
        Picture draw(Path directory) throws IOException;
    }
}
