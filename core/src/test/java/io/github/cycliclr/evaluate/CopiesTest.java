package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.kernel.Kernels;
import java.lang.reflect.Proxy;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies are one period again and again, whatever they are made of, and nothing else is written. */
final class CopiesTest {
    private static final int STREAMING_COPY = 1 << 16;

    /** Of a JVM whose copies bypass the caches from rather few bytes on. */
    private static final Kernels KERNELS = (Kernels) Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (p, m, a) -> m.getName().equals("streamingCopy") ? (Object) STREAMING_COPY : true);

    /** Arrays that are copied in pieces, or in order. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 20, 5 << 20})
    void repeatOnePeriod(int size) {
        float[] array = new float[size];
        Output output = new Output(true);
        output.open(null, array);
        Copies copies = new Copies(output, KERNELS);
        Random random = new Random(size);
        for (int round = 0; round < 60; round++) {
            int period = 2 + random.nextInt(1 << 2 + random.nextInt(15));
            int at = random.nextInt(100);
            int end = size - at - random.nextInt(100);
            int middle = period + random.nextInt(end / period) * period;
            for (int i = 0; i < size; i++) {
                array[i] = i < at + period ? i : -1;
            }
            if (random.nextBoolean()) {
                copies.repeat(at, period, period, middle);
                copies.stream(at, period, middle, end);
            } else {
                copies.stream(at, period, period, middle);
                copies.repeat(at, period, middle, end);
            }
            for (int i = 0; i < size; i++) {
                int expected = i < at ? i : i < at + end ? at + (i - at) % period : -1;
                if (array[i] != expected) {
                    assertEquals(expected, array[i], "element " + i + " of period " + period + " at " + at);
                }
            }
        }
    }

    /** However an array is cut, no piece is so short that its time says nothing. */
    @Test
    void noPieceThatIsTimedIsShort() {
        int least = 1 << 18;
        Output output = new Output(true);
        output.open(null, new float[9 << 20]);
        Copies copies = new Copies(output, KERNELS);
        Random random = new Random(3);
        for (int round = 0; round < 10_000; round++) {
            int period = 2 + random.nextInt(1 << 2 + random.nextInt(18));
            int length = period + random.nextInt((9 << 20) - period);
            assertEquals(length - period >= least, copies.areTimed(period, length));
            for (int left = length - period; left >= least; ) {
                int piece = copies.piece(period, left);
                assertTrue(piece == left || piece % period == 0, piece + " of period " + period);
                assertTrue(piece >= least && piece <= (5 << 20), piece + " of period " + period);
                left -= piece;
                assertTrue(left == 0 || left >= least, left + " left of period " + period);
            }
        }
    }
}
