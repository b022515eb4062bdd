package io.github.cycliclr.jmh;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Builds against each other, and against {@code Arrays.fill}, in turns in one JVM: for whoever changes a kernel. On a shared
 * machine ratios of forks differ by a tenth from round to round, these by a hundredth. What differs from JVM to JVM they do not
 * show, nor what a build loses that is loaded later, up to 3 % of the same build: so give builds in both orders, in several
 * JVMs. What is published is JMH's, by {@link InTurns}.
 */
public final class SideBySide {
    /** So many elements are timed at once, lest the clock count. */
    private static final int LEAST_TIMED = 1 << 21;

    private static final Map<String, String> DEFAULTS = Map.of(
            "type", "double",
            "size", "1048576",
            "schedule", "exp_range/iterations",
            "steps", "2000/2000",
            "gamma", "0.9999999",
            "first", "0",
            "evaluator", "vector",
            "rounds", "31");

    private SideBySide() {}

    /**
     * Takes parameters, as NAME=VALUE, of which schedule may be a list with commas, and the class paths of builds.
     *
     * @throws IllegalArgumentException if there is no such parameter, or no build on a class path
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Map<String, String> parameters = new TreeMap<>(DEFAULTS);
        List<String> builds = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                builds.add(argument);
            } else if (parameters.replace(argument.substring(0, equals), argument.substring(equals + 1)) == null) {
                throw new IllegalArgumentException(
                        argument + " sets no parameter; they are " + String.join(", ", parameters.keySet()));
            }
        }
        int size = Integer.parseInt(parameters.get("size"));
        Object out = array(parameters.get("type"), size);
        for (String schedule : parameters.get("schedule").split(",")) {
            parameters.put("schedule", schedule);
            System.out.println(parameters);
            double[][] times = times(fills(parameters, builds, out), size, Integer.parseInt(parameters.get("rounds")));
            for (int i = 0; i < times.length; i++) {
                System.out.println(line(i == 0 ? "Arrays.fill" : builds.get(i - 1), times[0], times[i]));
            }
        }
    }

    private static Object array(String type, int size) {
        return switch (type) {
            case "double" -> new double[size];
            case "float" -> new float[size];
            default -> throw new IllegalArgumentException("type is " + type + "; it must be double or float");
        };
    }

    /** Of {@code Arrays.fill} first, then of each build. */
    private static List<Runnable> fills(Map<String, String> parameters, List<String> builds, Object out)
            throws IOException, ReflectiveOperationException {
        Map<String, String> roof = new LinkedHashMap<>(parameters);
        roof.put("evaluator", "arrays_fill");
        List<Runnable> fills = new ArrayList<>();
        fills.add(new Contender().apply(roof, out));
        for (String build : builds) {
            fills.add(contender(build).apply(parameters, out));
        }
        return fills;
    }

    /** That of a build, with classes of its own. */
    @SuppressWarnings("unchecked")
    private static BiFunction<Map<String, String>, Object, Runnable> contender(String build)
            throws IOException, ReflectiveOperationException {
        List<URL> places = new ArrayList<>();
        for (String place : build.split(File.pathSeparator)) {
            places.add(url(place));
        }
        // Beside these there is the JDK alone: a parent that is not null could have classes of this build.
        ClassLoader classes = new URLClassLoader(places.toArray(URL[]::new), null);
        try {
            return (BiFunction<Map<String, String>, Object, Runnable>) classes.loadClass(Contender.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(
                    build + " holds no " + Contender.class.getName() + "; it must be a build of a commit that has it",
                    missing);
        }
    }

    private static URL url(String place) throws MalformedURLException {
        return new File(place).toURI().toURL();
    }

    /** Nanoseconds an element, by fill and round. Each begins the rounds as often as the others, and with caches of its own. */
    private static double[][] times(List<Runnable> fills, int size, int rounds) {
        int repeats = Math.max(1, LEAST_TIMED / size);
        double[][] times = new double[fills.size()][rounds];
        for (int warmUp = 0; warmUp < rounds; warmUp++) {
            fills.forEach(fill -> nanos(fill, repeats));
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < fills.size(); i++) {
                int next = (round + i) % fills.size();
                nanos(fills.get(next), 1);
                times[next][round] = nanos(fills.get(next), repeats) / ((double) repeats * size);
            }
        }
        return times;
    }

    private static long nanos(Runnable fill, int repeats) {
        long begin = System.nanoTime();
        for (int i = 0; i < repeats; i++) {
            fill.run();
        }
        return System.nanoTime() - begin;
    }

    private static String line(String name, double[] roof, double[] times) {
        double[] ratios = new double[times.length];
        Arrays.setAll(ratios, round -> roof[round] / times[round]);
        return String.format(
                Locale.ROOT,
                "%10.4f ns/element, %.3f of Arrays.fill (half of the rounds %.3f to %.3f)  %s",
                quantile(times, 0.5),
                quantile(ratios, 0.5),
                quantile(ratios, 0.25),
                quantile(ratios, 0.75),
                name);
    }

    private static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
