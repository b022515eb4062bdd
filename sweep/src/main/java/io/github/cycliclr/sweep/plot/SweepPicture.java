package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.specification.Configurations;
import java.awt.Color;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The picture of a sweep: a line for each configuration if they are few; else the bands that contain half, four fifths and
 * all of them, and their median.
 */
public final class SweepPicture {
    private static final int MOST_LINES = 24;

    private static final int MOST_CHARTS = 12;

    /** A larger sweep is represented by this number of configurations, evenly spaced. */
    private static final int MOST_CONFIGURATIONS = 1000;

    /** The number of points along the bands of all charts together: bounds the size of an SVG. */
    private static final int POINTS_OF_BANDS = 1100;

    /** The same for all lines of all charts together. */
    private static final int POINTS_OF_LINES = 6000;

    /** The number of iterations of each column that count into the bands. */
    private static final int SAMPLES = 4;

    /** The number of iterations that decide which parameter has the largest effect. */
    private static final int PROBES = 200;

    private final Configurations configurations;
    private final List<Integer> rows;
    private final List<Schedule> schedules;
    private final List<Quantity> quantities;
    private final int charts;
    private final long last;

    /** The picture of a sweep. */
    public SweepPicture(Configurations configurations) {
        this.configurations = configurations;
        this.last = configurations.specification().iterations() - 1;
        int taken = Math.min(MOST_CONFIGURATIONS, configurations.count());
        this.rows = IntStream.range(0, taken)
                .mapToObj(i -> (int) ((long) i * configurations.count() / taken))
                .toList();
        this.schedules = rows.stream().map(configurations::schedule).toList();
        this.quantities = quantities();
        this.charts = Math.min(MOST_CHARTS, quantities.size());
    }

    /** The quantities present; of parameter groups with equal curves, the first one only. */
    private List<Quantity> quantities() {
        List<String> groups = configurations.specification().groupNames();
        Map<List<Curve>, Quantity> distinct = new LinkedHashMap<>();
        for (Quantity quantity : Quantity.all(groups)) {
            List<Curve> curves = schedules.stream()
                    .map(quantity::of)
                    .flatMap(Optional::stream)
                    .toList();
            distinct.putIfAbsent(curves, quantity);
        }
        distinct.remove(List.of());
        return List.copyOf(distinct.values());
    }

    /** Computes its curves. */
    public Picture picture() {
        List<Quantity> shown = quantities.subList(0, charts);
        String title = String.format(
                Locale.ROOT,
                "%,d configurations, %s, of %,d iterations",
                configurations.count(),
                configurations.specification().method(),
                configurations.specification().iterations());
        List<String> captions = charts < quantities.size()
                ? List.of("%d of %d charts".formatted(charts, quantities.size()))
                : List.of();
        if (schedules.size() > MOST_LINES) {
            return new Picture(
                    title, legendOfBands(), shown.stream().map(this::bands).toList(), captions);
        }
        LineGroups groups =
                LineGroups.of(rows.stream().map(configurations::at).toList(), samples(Quantity.LEARNING_RATE, PROBES));
        return new Picture(
                title,
                groups.legend(),
                shown.stream().map(each -> lines(each, groups)).toList(),
                captions);
    }

    private Chart chart(Quantity quantity, DoubleStream values) {
        return new Chart(
                "",
                Axis.linear("iteration", 0, last),
                Axis.linearOrLogarithmic(quantity.label(), values),
                quantity == quantities.get(0) ? 320 : 220);
    }

    private List<Chart> lines(Quantity quantity, LineGroups groups) {
        int columns = Math.min(DecimatedCurve.COLUMNS, POINTS_OF_LINES / Math.max(2, charts) / schedules.size());
        Map<Integer, DecimatedCurve> lines = new LinkedHashMap<>();
        for (int i = 0; i < schedules.size(); i++) {
            int row = i;
            BulkEvaluator evaluator = BulkEvaluator.of(schedules.get(row).shape());
            quantity.of(schedules.get(row))
                    .ifPresent(curve -> lines.put(row, DecimatedCurve.bent(evaluator, curve, 0, last, columns)));
        }
        Chart chart = chart(quantity, lines.values().stream().flatMapToDouble(line -> Arrays.stream(line.values())));
        lines.forEach((row, line) -> chart.line(line.iterations(), line.values(), new Pen(groups.color(row), 1.5)));
        return List.of(chart);
    }

    private List<Picture.Entry> legendOfBands() {
        Color color = Quantity.LEARNING_RATE.color();
        String of = schedules.size() == configurations.count() ? "" : " of " + schedules.size() + " of them";
        return List.of(
                new Picture.Entry("median" + of, new Pen(color, 2)),
                new Picture.Entry("half", new Pen(shade(color, 3), 14)),
                new Picture.Entry("four fifths", new Pen(shade(color, 2), 14)),
                new Picture.Entry("all", new Pen(shade(color, 1), 14)));
    }

    private List<Chart> bands(Quantity quantity) {
        double[][] columns = columns(quantity);
        Chart chart = chart(
                quantity,
                Arrays.stream(columns)
                        .flatMapToDouble(column -> DoubleStream.of(column[0], column[column.length - 1])));
        double[] at = IntStream.range(0, columns.length)
                .mapToDouble(column -> (column + 0.5) / columns.length * last)
                .toArray();
        double[] outside = {0, 0.1, 0.25};
        for (int band = 0; band < outside.length; band++) {
            double[] low = quantiles(columns, outside[band]);
            double[] high = quantiles(columns, 1 - outside[band]);
            chart.area(at, low, high, shade(quantity.color(), band + 1));
        }
        return List.of(chart.line(at, quantiles(columns, 0.5), new Pen(quantity.color(), 2)));
    }

    /** The colour of a band, from a light shade for the outermost, 1, to a darker one. */
    private static Color shade(Color color, int band) {
        double light = Math.pow(0.8, band);
        return new Color(
                (int) (color.getRed() + light * (255 - color.getRed())),
                (int) (color.getGreen() + light * (255 - color.getGreen())),
                (int) (color.getBlue() + light * (255 - color.getBlue())));
    }

    /** The values in each column, sorted. */
    private double[][] columns(Quantity quantity) {
        double[][] columns = new double[POINTS_OF_BANDS / Math.max(2, charts)][];
        double[][] samples = samples(quantity, SAMPLES * columns.length);
        for (int i = 0; i < columns.length; i++) {
            int from = SAMPLES * i;
            columns[i] = Arrays.stream(samples)
                    .flatMapToDouble(row -> Arrays.stream(row, from, from + SAMPLES))
                    .sorted()
                    .toArray();
        }
        return columns;
    }

    /** Values of each configuration that has the quantity, at the same iterations. */
    private double[][] samples(Quantity quantity, int count) {
        return schedules.stream()
                .filter(schedule -> quantity.of(schedule).isPresent())
                .map(schedule -> {
                    BulkEvaluator evaluator = BulkEvaluator.of(schedule.shape());
                    Curve curve = quantity.of(schedule).orElseThrow();
                    return IntStream.range(0, count)
                            .mapToDouble(i -> evaluator.valueAt(curve, (long) ((i + 0.5) / count * last)))
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    private static double[] quantiles(double[][] columns, double part) {
        return Arrays.stream(columns)
                .mapToDouble(column -> column[(int) Math.round(part * (column.length - 1))])
                .toArray();
    }
}
