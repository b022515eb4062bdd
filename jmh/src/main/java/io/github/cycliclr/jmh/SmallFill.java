package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.Evaluator;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Param;

/** Repeated fills of a few elements, as in a training loop: consecutive ranges, or ranges at random iterations. */
public class SmallFill extends CheckedFill {
    /** Ranges before the first one is filled again; a power of two. */
    private static final int RANGES = 1 << 12;

    /** Random ranges start before this iteration. */
    private static final long END = 1 << 20;

    /** See {@link CoreEvaluator#of}. */
    @Param({"textbook", "bulk"})
    public String evaluator;

    /** Elements. */
    @Param({"1", "16", "100", "1000"})
    public int size;

    /** {@code onwards} for consecutive ranges from the first iteration on, {@code anywhere} for random ones. */
    @Param({"onwards", "anywhere"})
    public String order;

    private int filled;

    /** @throws IllegalArgumentException if there is no such evaluator or order */
    @Override
    Filler filler() {
        Workload workload = workload();
        CoreEvaluator made = CoreEvaluator.warm(evaluator, workload.shape());
        Evaluator timed = made.evaluator();
        double[] out = new double[size];
        Output output = new Output(out);
        long[] firsts = firsts();
        return new LocalFiller(
                made.description(),
                output,
                () -> {
                    filled = filled + 1 & RANGES - 1;
                    timed.fill(workload.curve(), firsts[filled], out, 0, out.length);
                },
                () -> new OutputCheck(workload.from(firsts[filled]), made.precision()).accept(output));
    }

    @Override
    int checks() {
        return 64;
    }

    private long[] firsts() {
        return switch (order) {
            case "onwards" ->
                LongStream.range(0, RANGES).map(i -> first + i * size).toArray();
            case "anywhere" ->
                new SplittableRandom(RANGES).longs(RANGES, 0, END).toArray();
            default -> throw new IllegalArgumentException("order is " + order + "; it must be onwards or anywhere");
        };
    }
}
