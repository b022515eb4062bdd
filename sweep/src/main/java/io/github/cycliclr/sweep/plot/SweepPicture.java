package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.plot.Canvas.Anchor;
import io.github.cycliclr.sweep.plot.Canvas.Pen;
import io.github.cycliclr.sweep.plot.Canvas.Type;
import io.github.cycliclr.sweep.specification.Configurations;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The picture of a sweep: a line for each configuration if they are few; else the bands in which half, four fifths and all of
 * them are, and their median.
 */
public final class SweepPicture {
    private static final int MOST_LINES = 24;

    /** Of more, so many are taken, evenly. */
    private static final int MOST_CONFIGURATIONS = 1000;

    private static final int COLUMNS = 550;

    /** Of all lines together, lest an SVG become large. */
    private static final int COLUMNS_OF_LINES = 3000;

    /** Iterations of each column and configuration whose values count. */
    private static final int SAMPLES = 4;

    private static final Color RATE = new Color(0x1F5FA8);
    private static final Color MOMENTUM = new Color(0xC2541A);

    private final Configurations configurations;
    private final List<Schedule> schedules;
    private final long last;

    /** A picture. */
    public SweepPicture(Configurations configurations) {
        this.configurations = configurations;
        this.last = configurations.specification().iterations() - 1;
        int taken = Math.min(MOST_CONFIGURATIONS, configurations.count());
        this.schedules = IntStream.range(0, taken)
                .mapToObj(i -> configurations.schedule((int) ((long) i * configurations.count() / taken)))
                .toList();
    }

    /** Draws it. */
    public Picture picture() {
        boolean both =
                schedules.stream().anyMatch(schedule -> schedule.momentum().isPresent());
        return new Picture(both ? Picture.TALL : Picture.LOW, canvas -> {
            canvas.text(title(), Picture.WIDTH / 2.0, 24, Anchor.MIDDLE, new Type(16, true, Chart.INK));
            canvas.text(legend(), Picture.WIDTH - 28.0, 46, Anchor.END, new Type(13, false, Chart.INK));
            int middle = both ? Picture.UPPER : Picture.LOW;
            draw(canvas, Picture.TITLE, middle, "learning rate", s -> Optional.of(s.learningRate()), RATE, !both);
            if (both) {
                draw(canvas, middle, Picture.TALL, "momentum", Schedule::momentum, MOMENTUM, true);
            }
        });
    }

    private String title() {
        return String.format(
                Locale.ROOT,
                "%,d configurations, %s, of %,d iterations",
                configurations.count(),
                configurations.specification().method(),
                configurations.specification().iterations());
    }

    private String legend() {
        String of = schedules.size() == configurations.count() ? "" : " of " + schedules.size() + " of them";
        return schedules.size() <= MOST_LINES
                ? "a line a configuration, from light to dark"
                : "line: the median" + of + "; bands: half, four fifths and all";
    }

    private void draw(
            Canvas canvas,
            int top,
            int bottom,
            String quantity,
            Function<Schedule, Optional<Curve>> curve,
            Color color,
            boolean named) {
        List<Schedule> present =
                schedules.stream().filter(s -> curve.apply(s).isPresent()).toList();
        Axis iterations = Axis.linear(0, last);
        if (present.size() <= MOST_LINES) {
            int columns = Math.min(Line.COLUMNS, COLUMNS_OF_LINES / Math.max(1, present.size()));
            List<Line> lines = present.stream()
                    .map(s -> Line.bent(
                            BulkEvaluator.of(s.shape()), curve.apply(s).orElseThrow(), 0, last, columns))
                    .toList();
            double[] all = lines.stream()
                    .flatMapToDouble(line -> Arrays.stream(line.values()))
                    .toArray();
            Chart chart = chart(canvas, top, bottom, quantity, iterations, all, named);
            for (int i = 0; i < lines.size(); i++) {
                chart.line(lines.get(i), new Pen(shade(color, (i + 1.0) / lines.size()), 1.5, false));
            }
            chart.close();
            return;
        }
        double[][] columns = columns(present, curve);
        double[] extremes = Arrays.stream(columns)
                .flatMapToDouble(column -> Arrays.stream(new double[] {column[0], column[column.length - 1]}))
                .toArray();
        Chart chart = chart(canvas, top, bottom, quantity, iterations, extremes, named);
        double[] at = IntStream.range(0, COLUMNS)
                .mapToDouble(column -> (column + 0.5) / COLUMNS * last)
                .toArray();
        Color band = new Color(color.getRed(), color.getGreen(), color.getBlue(), 50);
        for (double outside : new double[] {0, 0.1, 0.25}) {
            chart.area(at, quantiles(columns, outside), quantiles(columns, 1 - outside), band);
        }
        chart.line(new Line(at, quantiles(columns, 0.5)), new Pen(color, 2, false));
        chart.close();
    }

    private static Chart chart(
            Canvas canvas, int top, int bottom, String quantity, Axis iterations, double[] values, boolean named) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        Axis axis = Axis.of(
                Arrays.stream(finite).min().orElse(0),
                Arrays.stream(finite).max().orElse(1));
        return new Chart(canvas, Picture.WIDTH, top, bottom - top, quantity, iterations, axis, named);
    }

    /** The values in each column, in order. */
    private double[][] columns(List<Schedule> present, Function<Schedule, Optional<Curve>> curve) {
        double[][] columns = new double[COLUMNS][SAMPLES * present.size()];
        for (int i = 0; i < present.size(); i++) {
            BulkEvaluator evaluator = BulkEvaluator.of(present.get(i).shape());
            Curve its = curve.apply(present.get(i)).orElseThrow();
            for (int sample = 0; sample < COLUMNS * SAMPLES; sample++) {
                long iteration = (long) ((sample + 0.5) / (COLUMNS * SAMPLES) * last);
                columns[sample / SAMPLES][SAMPLES * i + sample % SAMPLES] = evaluator.valueAt(its, iteration);
            }
        }
        for (double[] column : columns) {
            Arrays.sort(column);
        }
        return columns;
    }

    private static double[] quantiles(double[][] columns, double part) {
        return Arrays.stream(columns)
                .mapToDouble(column -> column[(int) Math.round(part * (column.length - 1))])
                .toArray();
    }

    /** From a light shade to the colour itself. */
    private static Color shade(Color color, double part) {
        double light = 0.65 * (1 - part);
        List<Integer> parts = new ArrayList<>();
        for (int each : new int[] {color.getRed(), color.getGreen(), color.getBlue()}) {
            parts.add((int) (each + light * (255 - each)));
        }
        return new Color(parts.get(0), parts.get(1), parts.get(2));
    }
}
