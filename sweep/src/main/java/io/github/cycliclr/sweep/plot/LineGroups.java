package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.sweep.specification.Configuration;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The colours of lines: one for each configuration if they are few; else one for each mode where modes differ; else one
 * for each value, or range of values, of the parameter with the largest effect on the curves.
 *
 * @param names of the groups, for the legend
 * @param groups the number of each line's group
 */
record LineGroups(List<String> names, List<Integer> groups) {
    private static final List<Color> COLORS = Stream.of(
                    0x0072B2, 0xC24E00, 0x00795A, 0x9A3F86, 0x8A7300, 0x4FA3D9, 0x6E7781, 0xE377C2)
            .map(Color::new)
            .toList();

    /**
     * The groups of configurations.
     *
     * @param samples of each configuration's curve, at the same iterations
     */
    static LineGroups of(List<Configuration> configurations, double[][] samples) {
        Map<String, List<Object>> varying = varying(configurations);
        List<Integer> rows = IntStream.range(0, configurations.size()).boxed().toList();
        if (rows.size() <= COLORS.size()) {
            return new LineGroups(rows.stream().map(row -> name(varying, row)).toList(), rows);
        }
        if (varying.containsKey("mode")) {
            return byValue("mode", varying.get("mode"));
        }
        return varying.entrySet().stream()
                .map(each -> byValue(each.getKey(), each.getValue()))
                .min(Comparator.comparingDouble(groups -> groups.variation(samples)))
                .orElseGet(() -> byValue("", Collections.nCopies(rows.size(), "")));
    }

    /** The values of all parameters that differ between configurations, by name. */
    private static Map<String, List<Object>> varying(List<Configuration> configurations) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (Configuration each : configurations) {
            each.values().forEach((name, value) -> add(values, name.toString(), value));
            each.groups().forEach((group, own) -> own.forEach((name, value) -> add(values, group + "." + name, value)));
        }
        values.values().removeIf(each -> each.stream().distinct().count() == 1);
        return values;
    }

    private static void add(Map<String, List<Object>> values, String name, Object value) {
        values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value == null ? "None" : value);
    }

    private static String name(Map<String, List<Object>> varying, int row) {
        return varying.entrySet().stream()
                .map(each -> each.getKey() + " " + text(each.getValue().get(row)))
                .collect(Collectors.joining(", "));
    }

    /** A group for each value; if they are more than the colours, for each of as many ranges of values. */
    private static LineGroups byValue(String parameter, List<Object> values) {
        List<Object> distinct =
                values.stream().distinct().sorted(LineGroups::compare).toList();
        int count = Math.min(COLORS.size(), distinct.size());
        List<String> names = new ArrayList<>();
        Map<Object, Integer> groups = new HashMap<>();
        for (int group = 0; group < count; group++) {
            List<Object> own = distinct.subList(group * distinct.size() / count, (group + 1) * distinct.size() / count);
            String first = text(own.get(0));
            String last = text(own.get(own.size() - 1));
            names.add(parameter + " " + first + (own.size() > 1 ? " to " + last : ""));
            for (Object value : own) {
                groups.put(value, group);
            }
        }
        return new LineGroups(names, values.stream().map(groups::get).toList());
    }

    private static int compare(Object one, Object other) {
        return one instanceof Number a && other instanceof Number b
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : one.toString().compareTo(other.toString());
    }

    private static String text(Object value) {
        return value instanceof Number ? Axis.name(new BigDecimal(value.toString())) : value.toString();
    }

    /** The sum of the squared differences between the samples and their means in the groups. */
    private double variation(double[][] samples) {
        double sum = 0;
        for (int column = 0; column < samples[0].length; column++) {
            int at = column;
            Map<Integer, Double> means = IntStream.range(0, samples.length)
                    .boxed()
                    .collect(Collectors.groupingBy(groups::get, Collectors.averagingDouble(row -> samples[row][at])));
            for (int row = 0; row < samples.length; row++) {
                sum += Math.pow(samples[row][column] - means.get(groups.get(row)), 2);
            }
        }
        return sum;
    }

    Color color(int line) {
        return COLORS.get(groups.get(line));
    }

    List<Picture.Entry> legend() {
        return IntStream.range(0, names.size())
                .mapToObj(group -> new Picture.Entry(names.get(group), new Pen(COLORS.get(group), 3)))
                .toList();
    }
}
