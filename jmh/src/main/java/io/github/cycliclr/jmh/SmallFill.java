package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.kernel.KernelChoice;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Fills a few elements, again and again: as a training loop does that asks step by step, or one that jumps about. */
public class SmallFill extends FillBenchmark {
    /** Fills before it starts over; a power of two. */
    private static final int FILLS = 1 << 12;

    /** Of these, so many are checked, before they are timed and after. */
    private static final int CHECKED = 64;

    /** Before this they begin, where they are anywhere. */
    private static final long END = 1 << 20;

    /** Who fills: textbook, portable, vector or bulk. */
    @Param({"textbook", "bulk"})
    public String evaluator;

    /** Elements. */
    @Param({"1", "16", "100", "1000"})
    public int size;

    /** Each behind the last, from the first iteration on, or from an iteration out of the blue. */
    @Param({"onwards", "anywhere"})
    public String order;

    private Workload workload;
    private Evaluator filler;
    private long[] firsts;
    private double[] out;
    private int next;

    /**
     * Makes the evaluator, says what it is, and has it checked.
     *
     * @throws IllegalArgumentException if there is no such evaluator or order
     */
    @Setup
    public void prepare() {
        workload = workload();
        Filler.warmUp();
        if (!(Filler.of(evaluator, workload, size, KernelChoice::best) instanceof Evaluation evaluation)) {
            throw new IllegalArgumentException(
                    "evaluator is " + evaluator + "; it must be textbook, portable, vector or bulk");
        }
        Surroundings.print(evaluation.description());
        filler = evaluation.evaluator();
        SplittableRandom random = new SplittableRandom(FILLS);
        firsts = switch (order) {
            case "onwards" ->
                LongStream.range(0, FILLS).map(i -> first + i * size).toArray();
            case "anywhere" ->
                LongStream.range(0, FILLS).map(i -> random.nextLong(END)).toArray();
            default -> throw new IllegalArgumentException("order is " + order + "; it must be onwards or anywhere");
        };
        out = new double[size];
        fillAndCheck();
    }

    /** Fills some places once more, and throws if a value is wrong: by now all code is compiled. */
    @TearDown
    public void fillAndCheck() {
        for (int i = 0; i < CHECKED; i++) {
            Arrays.fill(out, Double.NaN);
            Workload at = workload.from(firsts[next]);
            fill();
            new OutputCheck(at, !evaluator.equals("textbook")).accept(out);
        }
    }

    /** One fill of the array, from the next place. */
    @Benchmark
    public double[] fill() {
        filler.fill(workload.curve(), firsts[next], out, 0, size);
        next = next + 1 & FILLS - 1;
        return out;
    }
}
