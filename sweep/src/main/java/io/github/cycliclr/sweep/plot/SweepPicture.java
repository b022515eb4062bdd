package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.plot.Canvas.Pen;
import io.github.cycliclr.sweep.specification.Configurations;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The picture of a sweep: a line for each configuration if they are few; else the bands in which half, four fifths and all of
 * them are, and their median.
 */
public final class SweepPicture {
    private static final int MOST_LINES = 24;

    private static final int MOST_CHARTS = 12;

    /** Of more, so many are taken, evenly. */
    private static final int MOST_CONFIGURATIONS = 1000;

    /** Of bands, in all charts together, lest an SVG become large; but in each not more than half of them. */
    private static final int COLUMNS = 1100;

    /** Of all lines together, likewise. */
    private static final int COLUMNS_OF_LINES = 6000;

    /** Iterations of each column and configuration whose values count. */
    private static final int SAMPLES = 4;

    private final Configurations configurations;
    private final List<Schedule> schedules;
    private final List<Quantity> quantities;
    private final long last;

    /** A picture. */
    public SweepPicture(Configurations configurations) {
        this.configurations = configurations;
        this.last = configurations.specification().iterations() - 1;
        int taken = Math.min(MOST_CONFIGURATIONS, configurations.count());
        this.schedules = IntStream.range(0, taken)
                .mapToObj(i -> configurations.schedule((int) ((long) i * configurations.count() / taken)))
                .toList();
        this.quantities = quantities();
    }

    /** Those that are present, but that of a parameter group only where it is not that of another too. */
    private List<Quantity> quantities() {
        List<String> groups = configurations.specification().groupNames();
        Map<List<Curve>, Quantity> distinct = new LinkedHashMap<>();
        Quantity.all(groups).forEach(quantity -> distinct.putIfAbsent(quantity.of(schedules), quantity));
        distinct.remove(List.of());
        return List.copyOf(distinct.values());
    }

    /** Draws it. */
    public Picture picture() {
        return Picture.of(title(), legend(), quantities.subList(0, charts()), this::draw);
    }

    private int charts() {
        return Math.min(MOST_CHARTS, quantities.size());
    }

    private int columnsOf(int all) {
        return all / Math.max(2, charts());
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
        String charts = charts() < quantities.size() ? "; " + charts() + " charts of " + quantities.size() : "";
        return schedules.size() <= MOST_LINES
                ? "a line a configuration, from light to dark" + charts
                : "line: the median" + of + "; bands: half, four fifths and all" + charts;
    }

    private void draw(Frame frame, Quantity quantity) {
        List<Schedule> present =
                schedules.stream().filter(s -> quantity.of(s).isPresent()).toList();
        if (present.size() <= MOST_LINES) {
            drawLines(frame, quantity, present);
        } else {
            drawBands(frame, quantity, present);
        }
    }

    private void drawLines(Frame frame, Quantity quantity, List<Schedule> present) {
        int columns = Math.min(Line.COLUMNS, columnsOf(COLUMNS_OF_LINES) / present.size());
        List<Line> lines = present.stream()
                .map(s -> Line.bent(BulkEvaluator.of(s.shape()), quantity.of(s).orElseThrow(), 0, last, columns))
                .toList();
        Axis values = Axis.of(lines.stream().flatMapToDouble(line -> Arrays.stream(line.values())));
        Chart chart = new Chart(frame, quantity, Axis.linear(0, last), values);
        for (int i = 0; i < lines.size(); i++) {
            chart.line(lines.get(i), new Pen(shade(quantity.color(), (i + 1.0) / lines.size()), 1.5, false));
        }
    }

    private void drawBands(Frame frame, Quantity quantity, List<Schedule> present) {
        double[][] columns = columns(quantity, present);
        Axis values = Axis.of(Arrays.stream(columns)
                .flatMapToDouble(column -> DoubleStream.of(column[0], column[column.length - 1])));
        Chart chart = new Chart(frame, quantity, Axis.linear(0, last), values);
        double[] at = IntStream.range(0, columns.length)
                .mapToDouble(column -> (column + 0.5) / columns.length * last)
                .toArray();
        Color band = new Color(
                quantity.color().getRed(),
                quantity.color().getGreen(),
                quantity.color().getBlue(),
                50);
        for (double outside : new double[] {0, 0.1, 0.25}) {
            chart.area(at, quantiles(columns, outside), quantiles(columns, 1 - outside), band);
        }
        chart.line(new Line(at, quantiles(columns, 0.5)), new Pen(quantity.color(), 2, false));
    }

    /** The values in each column, in order. */
    private double[][] columns(Quantity quantity, List<Schedule> present) {
        double[][] columns = new double[columnsOf(COLUMNS)][SAMPLES * present.size()];
        for (int i = 0; i < present.size(); i++) {
            BulkEvaluator evaluator = BulkEvaluator.of(present.get(i).shape());
            Curve its = quantity.of(present.get(i)).orElseThrow();
            for (int sample = 0; sample < columns.length * SAMPLES; sample++) {
                long iteration = (long) ((sample + 0.5) / (columns.length * SAMPLES) * last);
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
