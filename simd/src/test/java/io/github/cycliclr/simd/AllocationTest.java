package io.github.cycliclr.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Once compiled, fills allocate nothing: no kernel makes an object of a vector. Whether the compiler inlines all that it has
 * to for that depends on what it has compiled before; so this is a JVM that has been warmed up, as a user's is.
 */
class AllocationTest {
    private static final int LENGTH = 1 << 16;

    /** What is allowed: a hundredth of a byte an element. A vector is two and a half an element, at least. */
    private static final long MOST = LENGTH / 100;

    private static final long COMPILATION_NANOS = 200_000_000L;

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeAll
    static void vectorKernelsAreWarm() {
        KernelChoice lasting = KernelChoice.lasting();
        boolean isWorthIt = lasting.name().equals("vector"); // else all stays scalar, and must allocate as little
        for (int i = 0; isWorthIt && i < 20 && !KernelChoice.isWarm(); i++) {
            KernelChoice.warmUp();
        }
        assertEquals(isWorthIt, KernelChoice.isWarm());
        System.out.println("Allocation of: " + lasting.kernels().description());
    }

    /** Of every scaling; step sizes so short that there are tiles, and so long that there are none. */
    static Stream<Shape> shapes() {
        return Stream.of(ScaleMode.values())
                .flatMap(counts -> Stream.of(
                        Scaling.of(Mode.TRIANGULAR, 1, counts),
                        Scaling.of(Mode.TRIANGULAR2, 1, counts),
                        Scaling.of(Mode.EXP_RANGE, 0.9999999, counts),
                        new Scaling.Custom(x -> 1 / (1 + 0.001 * x), counts)))
                .flatMap(scaling ->
                        LongStream.of(10, 100, 2000, 1_000_000).mapToObj(steps -> new Shape(steps, steps, scaling)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void ofAFillIsNothing(Shape shape) {
        Curve curve = new Curve(0.001, 0.006);
        BulkEvaluator evaluator = BulkEvaluator.of(shape);
        double[] doubles = new double[LENGTH];
        float[] floats = new float[LENGTH];
        assertNothing("doubles", () -> evaluator.fill(curve, 0, doubles));
        assertNothing("floats", () -> evaluator.fill(curve, 0, floats));
    }

    /** Here and there, of two curves in turns; what is remembered of a few is made before they are many. */
    @ParameterizedTest
    @MethodSource("shapes")
    void ofSmallFillsIsNothing(Shape shape) {
        List<Curve> curves = List.of(new Curve(0.001, 0.006), Curve.momentum(0.8, 0.9));
        BulkEvaluator evaluator = BulkEvaluator.of(shape);
        double[][] doubles = new double[2][100];
        float[][] floats = new float[2][100];
        assertNothing("small arrays", () -> {
            for (int length : new int[] {1, 16, 100}) {
                for (int at = 0; at < LENGTH; at += 3 * length) {
                    long first = 0x9E3779B9L * at & 0xF_FFFF;
                    evaluator.fill(curves.get(at & 1), first, doubles[0], 0, length);
                    evaluator.fill(curves.get(at & 1), first, floats[0], 0, length);
                    evaluator.fill(curves, first, doubles, 0, length);
                }
            }
        });
    }

    /**
     * Fills for as long as all of it takes to be compiled, and on a busy machine for longer. That one fill makes nothing
     * says little: code that is compiled later may.
     */
    private static void assertNothing(String of, Runnable fill) {
        long allocated;
        long end = System.nanoTime() + PATIENCE_NANOS;
        do {
            fillFor(COMPILATION_NANOS, fill);
            allocated = fillFor(COMPILATION_NANOS / 4, fill);
        } while (allocated > MOST && System.nanoTime() < end);
        assertTrue(allocated <= MOST, "a fill of " + LENGTH + " " + of + " allocates " + allocated + " bytes");
    }

    /** @return bytes that a fill has allocated, on average */
    private static long fillFor(long nanos, Runnable fill) {
        long begin = THREADS.getCurrentThreadAllocatedBytes();
        long end = System.nanoTime() + nanos;
        int fills = 0;
        do {
            fill.run();
            fills++;
        } while (System.nanoTime() < end);
        return (THREADS.getCurrentThreadAllocatedBytes() - begin) / fills;
    }
}
