package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The picture of the three modes: a column for each, the learning rate above and the momentum below.
 *
 * <p>After {@code ./mvnw -q -pl sweep -am -DskipTests package} this draws the picture of the README:
 *
 * <pre>{@code
 * java -p sweep/target/lib -m io.github.cycliclr.sweep/io.github.cycliclr.sweep.plot.ModesPicture sweep/examples/modes.png
 * }</pre>
 */
public final class ModesPicture {
    private static final double GAMMA = 0.9998;

    private ModesPicture() {}

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
        List<List<Chart>> rows = List.of(row(Quantity.LEARNING_RATE), row(Quantity.MOMENTUM));
        try (var file = Files.newOutputStream(Path.of(arguments[0]))) {
            new Picture("", SchedulePicture.LEGEND, rows, List.of()).writePng(file);
        }
    }

    private static List<Chart> row(Quantity quantity) {
        return Stream.of(Mode.values()).map(mode -> chart(quantity, mode)).toList();
    }

    private static Chart chart(Quantity quantity, Mode mode) {
        Schedule schedule = Schedule.builder()
                .baseLr(0.001)
                .maxLr(0.006)
                .stepSizeUp(1000)
                .mode(mode)
                .gamma(GAMMA)
                .build();
        String name = mode == Mode.EXP_RANGE ? mode + ", gamma = " + GAMMA : mode.toString();
        return new SchedulePicture(schedule, "", 0, 10_001)
                .chart(quantity, quantity.isMomentum() ? "" : name, quantity.isMomentum() ? 160 : 220);
    }
}
