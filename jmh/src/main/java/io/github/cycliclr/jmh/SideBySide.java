package io.github.cycliclr.jmh;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * Compares builds with each other and with {@code Arrays.fill}, in turns in one JVM. On a shared machine the ratios of JMH's
 * forks vary by a tenth from round to round, these by a hundredth. They show no differences between JVMs, such as inlining
 * decisions, and a build that is loaded later can lose up to 3 %: run several times, with the builds in both orders.
 */
public final class SideBySide {
    /** The least number of elements between two readings of the clock, whose resolution is then negligible. */
    private static final int MIN_TIMED = 1 << 21;

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

    /** Takes parameters as NAME=VALUE, where schedule may be a list with commas, and the class paths of builds. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        try {
            run(arguments);
        } catch (IllegalArgumentException wrongUsage) {
            System.err.println("side by side: " + wrongUsage.getMessage());
            System.exit(2);
        } catch (IllegalStateException failure) {
            System.err.println("side by side: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** @throws IllegalArgumentException if a parameter is unknown or has a bad value, or a class path holds no build */
    static void run(String[] arguments) throws IOException, ReflectiveOperationException {
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
        int size = positive(parameters, "size");
        int rounds = positive(parameters, "rounds");
        Object out = array(parameters.get("type"), size);
        for (String schedule : parameters.get("schedule").split(",")) {
            parameters.put("schedule", schedule);
            System.out.println(parameters);
            double[][] times = times(fills(parameters, builds, out), size, rounds);
            System.out.println(line("Arrays.fill", times[0], times[0]));
            for (int i = 0; i < builds.size(); i++) {
                System.out.println(line(builds.get(i), times[0], times[i + 1]));
            }
        }
    }

    private static int positive(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(
                    name + " is " + value + "; it must be a whole number from 1 to 999999999");
        }
        return Integer.parseInt(value);
    }

    private static Object array(String type, int size) {
        return switch (type) {
            case "double" -> new double[size];
            case "float" -> new float[size];
            default -> throw new IllegalArgumentException("type is " + type + "; it must be double or float");
        };
    }

    /** {@code Arrays.fill} first, then the fill of each build. */
    private static List<Runnable> fills(Map<String, String> parameters, List<String> builds, Object out)
            throws IOException, ReflectiveOperationException {
        Map<String, String> roof = new HashMap<>(parameters);
        roof.put("evaluator", "arrays_fill");
        List<Runnable> fills = new ArrayList<>();
        fills.add(new Contender().apply(roof, out));
        for (String build : builds) {
            fills.add(contender(build).apply(parameters, out));
        }
        return fills;
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<Map<String, String>, Object, Runnable> contender(String build)
            throws IOException, ReflectiveOperationException {
        List<URL> urls = new ArrayList<>();
        for (String entry : build.split(File.pathSeparator)) {
            urls.add(new File(entry).toURI().toURL());
        }
        // No parent but the JDK: the application class loader would supply classes of this build.
        ClassLoader classes = new URLClassLoader(urls.toArray(URL[]::new), null);
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

    /** Nanoseconds per element, by fill and round. The first fill rotates, and an untimed fill loads the caches. */
    private static double[][] times(List<Runnable> fills, int size, int rounds) {
        int repeats = Math.max(1, MIN_TIMED / size);
        double[][] times = new double[fills.size()][rounds];
        for (int warmUp = 0; warmUp < rounds; warmUp++) {
            fills.forEach(fill -> nanos(fill, repeats));
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < fills.size(); i++) {
                int next = (round + i) % fills.size();
                fills.get(next).run();
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
        Statistics ratio = new ListStatistics(ratios);
        return String.format(
                Locale.ROOT,
                "%10.4f ns/element, %.3f of Arrays.fill (half of the rounds %.3f to %.3f)  %s",
                new ListStatistics(times).getPercentile(50),
                ratio.getPercentile(50),
                ratio.getPercentile(25),
                ratio.getPercentile(75),
                name);
    }
}
