package io.github.cycliclr.sweep.command;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.output.Block;
import java.util.stream.LongStream;
import org.apache.commons.cli.Option;

/** The options that say which iterations: {@code --at}, or {@code --start} and {@code --count}. */
final class IterationOptions {
    static final Option AT = Arguments.valued("at");
    static final Option START = Arguments.valued("start");
    static final Option COUNT = Arguments.valued("count");

    private final long[] at;
    private final long start;
    private final long count;

    /** @throws UsageException if the options do not name a range of iterations, or a list of them */
    IterationOptions(Arguments arguments) {
        at = arguments.wholes(AT);
        if (at != null) {
            if (arguments.has(START) || arguments.has(COUNT)) {
                String other = arguments.has(START) ? "--start" : "--count";
                throw new UsageException("--at and " + other + " exclude each other; give one of them");
            }
            for (long iteration : at) {
                checkIteration("--at", iteration);
            }
            start = 0;
            count = at.length;
            return;
        }
        if (!arguments.has(START) || !arguments.has(COUNT)) {
            String missing = arguments.has(COUNT)
                    ? "--start"
                    : arguments.has(START) ? "--count" : "--at, or --start and --count,";
            throw new UsageException(missing + " is missing; give --at n1,n2,... or --start N --count N");
        }
        start = arguments.whole(START);
        count = arguments.whole(COUNT);
        checkRange(start, count);
    }

    /** @throws UsageException if these are not {@code --start} and {@code --count} of a range of iterations */
    static void checkRange(long start, long count) {
        checkIteration("--start", start);
        if (count < 1 || count - 1 > Shape.LAST_ITERATION - start) {
            throw new UsageException(
                    "--count is " + count + "; it must be at least 1 and not lead beyond iteration 2^62");
        }
    }

    private static void checkIteration(String option, long iteration) {
        if (iteration < 0 || iteration > Shape.LAST_ITERATION) {
            throw new UsageException(option + " has iteration " + iteration + "; it must be from 0 to 2^62");
        }
    }

    /** How many there are. */
    long count() {
        return count;
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
            block.fill(evaluator, curve, iteration(first + i), i, 1);
        }
    }
}
