package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.sweep.specification.Configuration;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The groups of lines of one colour: each configuration by itself if there are few; else those of the same mode where
 * modes differ; else those with neighbouring values of the parameter with the largest effect on the curves.
 */
record LineGroups(List<Group> groups) {
    private static final List<Color> COLORS = IntStream.of(
                    0x0072B2, 0xC24E00, 0x00795A, 0x9A3F86, 0x8A7300, 0x4FA3D9, 0x6E7781, 0xE377C2)
            .mapToObj(Color::new)
            .toList();

    /** Lines of one colour; the name lists the parameter values. */
    record Group(String name, List<Integer> members) {}

    /**
     * The groups of configurations.
     *
     * @param samples of each configuration's curve, at the same iterations
     */
    static LineGroups of(List<Configuration> configurations, double[][] samples) {
        Map<String, List<Object>> varying = varying(configurations);
        if (configurations.size() <= COLORS.size()) {
            return new LineGroups(IntStream.range(0, configurations.size())
                    .mapToObj(i -> new Group(name(varying, i), List.of(i)))
                    .toList());
        }
        if (varying.containsKey("mode")) {
            return new LineGroups(groups("mode", varying.get("mode")));
        }
        return new LineGroups(varying.entrySet().stream()
                .map(parameter -> groups(parameter.getKey(), parameter.getValue()))
                .min(Comparator.comparingDouble(groups -> variation(groups, samples)))
                .orElseGet(() -> groups(
                        "", configurations.stream().map(each -> (Object) "").toList())));
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

    private static String name(Map<String, List<Object>> varying, int configuration) {
        return varying.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + " " + text(parameter.getValue().get(configuration)))
                .collect(Collectors.joining(", "));
    }

    /** One group for each value; more values than colours are divided, in order, among all colours. */
    private static List<Group> groups(String parameter, List<Object> values) {
        List<Object> distinct =
                values.stream().distinct().sorted(LineGroups::compare).toList();
        int count = Math.min(COLORS.size(), distinct.size());
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    List<Object> own = distinct.subList(i * distinct.size() / count, (i + 1) * distinct.size() / count);
                    String first = text(own.get(0));
                    String last = text(own.get(own.size() - 1));
                    List<Integer> members = IntStream.range(0, values.size())
                            .filter(row -> own.contains(values.get(row)))
                            .boxed()
                            .toList();
                    return new Group(parameter + " " + first + (own.size() > 1 ? " to " + last : ""), members);
                })
                .toList();
    }

    private static int compare(Object one, Object other) {
        return one instanceof Number a && other instanceof Number b
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : one.toString().compareTo(other.toString());
    }

    private static String text(Object value) {
        return value instanceof Number number ? Axis.name(new BigDecimal(number.toString())) : value.toString();
    }

    /** The sum of the squared differences between the samples and their mean in the group. */
    private static double variation(List<Group> groups, double[][] samples) {
        double sum = 0;
        for (Group group : groups) {
            for (int column = 0; column < samples[0].length; column++) {
                int at = column;
                double mean = group.members().stream()
                        .mapToDouble(row -> samples[row][at])
                        .average()
                        .orElse(0);
                sum += group.members().stream()
                        .mapToDouble(row -> (samples[row][at] - mean) * (samples[row][at] - mean))
                        .sum();
            }
        }
        return sum;
    }

    Pen pen(int group) {
        return new Pen(COLORS.get(group), 1.5);
    }

    /** The colour of each group, for the legend. */
    List<Picture.Entry> legend() {
        return IntStream.range(0, groups.size())
                .mapToObj(i -> new Picture.Entry(groups.get(i).name(), new Pen(COLORS.get(i), 3)))
                .toList();
    }
}
