package io.github.cycliclr.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks as JMH's own main class does, but in turns: one fork of each, then another of each, with what is to be
 * compared side by side. JMH runs all forks of one benchmark before the next, so that of two whose ratio matters a busy
 * minute of a shared machine may hit one alone.
 *
 * <p>Takes the file for the results, in JMH's JSON, and JMH's options; {@code -f} is the number of rounds. Only parameters
 * that are given are taken in turns. ({@code "forks"} in the file is 1; those of all rounds are in {@code "rawData"}.)
 */
public final class InTurns {
    /** By these parameters fills differ in what they do; by the others in how. */
    private static final List<String> WHAT = List.of("schedule", "steps", "first", "size");

    private InTurns() {}

    /** As JMH, but for the first argument. */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        Options options = new CommandLineOptions(Arrays.copyOfRange(arguments, 1, arguments.length));
        List<RunResult> forks = new ArrayList<>();
        int rounds = options.getForkCount().orElse(0);
        if (rounds < 1) {
            throw new IllegalArgumentException("-f is missing or 0; it must be the number of rounds, 1 or more");
        }
        for (int round = 0; round < rounds; round++) {
            for (Options each : each(options)) {
                forks.addAll(new Runner(each).run());
            }
        }
        ResultFormatFactory.getInstance(ResultFormatType.JSON, arguments[0]).writeOut(joined(forks));
    }

    /** For a fork of what is to be compared. */
    static List<Options> each(Options options) {
        List<Options> all =
                List.of(new OptionsBuilder().parent(options).forks(1).build());
        for (String name : WHAT) {
            Collection<String> values = options.getParameter(name).orElse(List.of());
            if (!values.isEmpty()) {
                all = all.stream()
                        .flatMap(parent -> values.stream().map(value -> new OptionsBuilder()
                                .parent(parent)
                                .param(name, value)
                                .build()))
                        .toList();
            }
        }
        return all;
    }

    /** A result for each benchmark and its parameters, of all its forks. */
    static List<RunResult> joined(List<RunResult> forks) {
        Map<String, List<RunResult>> all = new LinkedHashMap<>();
        forks.forEach(fork ->
                all.computeIfAbsent(name(fork), name -> new ArrayList<>()).add(fork));
        return all.values().stream()
                .map(same -> new RunResult(
                        same.get(0).getParams(),
                        same.stream()
                                .flatMap(fork -> fork.getBenchmarkResults().stream())
                                .toList()))
                .toList();
    }

    /** Of the benchmark with its parameters. (JMH itself compares values by their place in the list of their run.) */
    private static String name(RunResult result) {
        BenchmarkParams benchmark = result.getParams();
        return benchmark.getBenchmark()
                + benchmark.getParamsKeys().stream()
                        .map(key -> " " + key + "=" + benchmark.getParam(key))
                        .collect(Collectors.joining());
    }
}
