package io.github.cycliclr.sweep.command;

import static io.github.cycliclr.sweep.command.ValueOption.whole;
import static io.github.cycliclr.sweep.command.ValueOption.wholes;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.output.Block;
import java.util.List;
import java.util.stream.LongStream;

/** The options that select iterations: {@code --at}, or {@code --start} and {@code --count}. */
final class IterationOptions {
    static final ValueOption<long[]> AT = wholes("at", "N1,N2,...", "These iterations, in this order.");
    static final ValueOption<Long> START = whole("start", "N", "The first iteration, from 0 to 2^62; default 0.");
    static final ValueOption<Long> COUNT = whole("count", "N", "How many iterations, at least 1.");

    /** A list of iterations; null for a range. */
    private final long[] at;

    private final long start;
    private final long count;

    private IterationOptions(long[] at, long start, long count) {
        this.at = at;
        this.start = start;
        this.count = count;
    }

    /** @throws UsageException if the options select neither a range of iterations nor a list of them */
    static IterationOptions of(Arguments arguments) {
        if (!arguments.has(AT)) {
            if (arguments.has(COUNT)) {
                return range(arguments, arguments.required(COUNT));
            }
            String missing = arguments.has(START) ? "--count" : "--at or --count";
            throw new UsageException(missing + " is missing; give --at N1,N2,... or --start N --count N");
        }
        for (ValueOption<Long> other : List.of(START, COUNT)) {
            if (arguments.has(other)) {
                throw new UsageException("--at and " + Arguments.name(other) + " exclude each other; give one of them");
            }
        }
        long[] at = arguments.required(AT);
        for (long iteration : at) {
            checkIteration("--at", iteration);
        }
        return new IterationOptions(at, 0, at.length);
    }

    /** A range; of so many iterations, or up to the last one, if {@code --count} is not given. */
    static IterationOptions range(Arguments arguments, long defaultCount) {
        long start = arguments.value(START, 0L);
        checkIteration("--start", start);
        long most = Shape.LAST_ITERATION - start + 1;
        long count = arguments.value(COUNT, Math.min(defaultCount, most));
        if (count < 1 || count > most) {
            throw new UsageException(
                    "--count is " + count + "; it must be at least 1 and not lead beyond iteration 2^62");
        }
        return new IterationOptions(null, start, count);
    }

    private static void checkIteration(String option, long iteration) {
        if (iteration < 0 || iteration > Shape.LAST_ITERATION) {
            throw new UsageException(option + " has iteration " + iteration + "; it must be from 0 to 2^62");
        }
    }

    long count() {
        return count;
    }

    boolean isRange() {
        return at == null;
    }

    /** The iteration after the last one. */
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
            block.fill(evaluator, curve, iteration(first + i), i, 1);
        }
    }
}
