package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

final class InTurnsTest {
    @Test
    void evaluatorsOfOneWorkloadAreAdjacent() throws CommandLineOptionException {
        List<Options> comparisons = InTurns.comparisons(new CommandLineOptions(
                "DoubleFill -f 5 -p evaluator=arrays_fill,vector -p size=8,1024 -p schedule=triangular/cycle,exp_range/cycle"
                        .split(" ")));
        assertEquals(
                List.of("triangular/cycle 8", "triangular/cycle 1024", "exp_range/cycle 8", "exp_range/cycle 1024"),
                comparisons.stream()
                        .map(options -> only(options, "schedule") + " " + only(options, "size"))
                        .toList());
        for (Options options : comparisons) {
            assertEquals(
                    List.of("arrays_fill", "vector"),
                    List.copyOf(options.getParameter("evaluator").get()));
            assertEquals(1, options.getForkCount().get());
        }
    }

    private static String only(Options options, String parameter) {
        return String.join(",", options.getParameter(parameter).get());
    }
}
