package io.github.cycliclr.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks as JMH does, but in rounds of one fork each, so that the evaluators to compare alternate. JMH runs all
 * forks of a benchmark in succession; on a shared machine a disturbance then affects one side of a ratio only.
 *
 * <p>Takes the file for the results, in JMH's JSON format, and JMH's options; {@code -f} is the number of rounds. The file has
 * {@code "forks" : 1} and the values of all forks in {@code "rawData"}.
 */
public final class InTurns {
    /** The parameters that select what is filled; each combination of their given values is one comparison. */
    private static final List<String> WORKLOAD = List.of("schedule", "steps", "first", "size");

    private InTurns() {}

    /** Takes the file for the results, then JMH's options. */
    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (NoBenchmarksException none) {
            System.err.println("in turns: no benchmark has such a name; java -jar benchmarks.jar -l lists them");
            System.exit(2);
        } catch (CommandLineOptionException | IllegalArgumentException wrongUsage) {
            System.err.println("in turns: " + wrongUsage.getMessage());
            System.exit(2);
        } catch (RunnerException failure) {
            System.err.println("in turns: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(String[] arguments) throws CommandLineOptionException, RunnerException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("the file for the results is missing; it must be the first argument");
        }
        Options options = new CommandLineOptions(Arrays.copyOfRange(arguments, 1, arguments.length));
        int rounds = options.getForkCount().orElse(0);
        if (rounds < 1) {
            throw new IllegalArgumentException("-f is missing or 0; it must be the number of rounds, 1 or more");
        }
        List<Options> comparisons = comparisons(options);
        List<RunResult> forks = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Options comparison : comparisons) {
                forks.addAll(new Runner(comparison).run());
            }
        }
        ResultFormatFactory.getInstance(ResultFormatType.JSON, arguments[0]).writeOut(merge(forks));
    }

    /** Options for one fork of each evaluator, for each workload. */
    static List<Options> comparisons(Options options) {
        List<Options> all =
                List.of(new OptionsBuilder().parent(options).forks(1).build());
        for (String name : WORKLOAD) {
            Collection<String> values = options.getParameter(name).orElse(List.of());
            if (!values.isEmpty()) {
                all = all.stream()
                        .flatMap(parent -> values.stream().map(value -> with(parent, name, value)))
                        .toList();
            }
        }
        return all;
    }

    private static Options with(Options parent, String name, String value) {
        return new OptionsBuilder().parent(parent).param(name, value).build();
    }

    /** One result for each benchmark and its parameters, with the values of all its forks. */
    private static List<RunResult> merge(List<RunResult> forks) {
        return forks.stream()
                .collect(Collectors.groupingBy(fork -> fork.getParams().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> new RunResult(
                        same.get(0).getParams(),
                        same.stream()
                                .flatMap(fork -> fork.getBenchmarkResults().stream())
                                .toList()))
                .toList();
    }
}
