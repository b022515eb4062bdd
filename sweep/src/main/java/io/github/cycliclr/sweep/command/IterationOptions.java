package io.github.cycliclr.sweep.command;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.output.Block;
import java.util.stream.LongStream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which iterations: {@code --at}, or {@code --start} and {@code --count}. */
final class IterationOptions {
    @Option(names = "--at", split = ",", paramLabel = "n", description = "These iterations, in this order.")
    private long[] at;

    @Option(names = "--start", paramLabel = "N", description = "The first iteration, from 0 to 2^62.")
    private Long start;

    @Option(names = "--count", paramLabel = "N", description = "How many iterations, at least 1.")
    private Long count;

    /** @throws ParameterException if the options do not name a range of iterations, or a list of them */
    void check(CommandLine line) {
        if (at != null) {
            if (start != null || count != null) {
                String other = start != null ? "--start" : "--count";
                throw new ParameterException(line, "--at and " + other + " exclude each other; give one of them");
            }
            for (long iteration : at) {
                checkIteration(line, "--at", iteration);
            }
            return;
        }
        if (start == null || count == null) {
            String missing = start == null && count == null
                    ? "--at, or --start and --count,"
                    : start == null ? "--start" : "--count";
            throw new ParameterException(line, missing + " is missing; give --at n1,n2,... or --start N --count N");
        }
        checkRange(line, start, count);
    }

    /** @throws ParameterException if these are not {@code --start} and {@code --count} of a range of iterations */
    static void checkRange(CommandLine line, long start, long count) {
        checkIteration(line, "--start", start);
        if (count < 1 || count - 1 > Shape.LAST_ITERATION - start) {
            throw new ParameterException(
                    line, "--count is " + count + "; it must be at least 1 and not lead beyond iteration 2^62");
        }
    }

    private static void checkIteration(CommandLine line, String option, long iteration) {
        if (iteration < 0 || iteration > Shape.LAST_ITERATION) {
            throw new ParameterException(line, option + " has iteration " + iteration + "; it must be from 0 to 2^62");
        }
    }

    /** How many there are. */
    long count() {
        return at == null ? count : at.length;
    }

    /** Whether they are a range, and no list. */
    boolean isRange() {
        return at == null;
    }

    /** The iteration behind the last one. */
    long end() {
        return at == null ? start + count : LongStream.of(at).max().orElseThrow() + 1;
    }

    /** The iteration of a row, from 0. */
    long iteration(long row) {
        return at == null ? start + row : at[(int) row];
    }

    /** Evaluates the iterations of rows [first, first + length) into the block. */
    void fill(Block block, Evaluator evaluator, Curve curve, long first, int length) {
        if (at == null) {
            block.fill(evaluator, curve, start + first, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            block.set(evaluator, curve, iteration(first + i), i);
        }
    }
}
