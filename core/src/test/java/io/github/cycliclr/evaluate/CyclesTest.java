package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CyclesTest {
    private static final long LAST = (1L << 62) - 1;

    @Test
    void areThoseOfADivision() {
        SplittableRandom random = new SplittableRandom(202617);
        for (int i = 0; i < 200_000; i++) {
            long period = Math.min(1L << 62, 2 + random.nextLong(1L << random.nextInt(1, 63)));
            long perPeriod = Cycles.perPeriod(period);
            long foot = random.nextLong(LAST) / period * period;
            for (long n : new long[] {0, foot, foot + 1, foot - 1, foot + period - 1, LAST}) {
                if (n >= 0 && n <= LAST) {
                    assertEquals(
                            n / period,
                            Cycles.cycle(n, period, perPeriod),
                            () -> "of " + n + ", the period being " + period);
                    assertEquals(
                            n % period,
                            Cycles.position(n, period, perPeriod),
                            () -> "in " + n + ", the period being " + period);
                }
            }
        }
    }
}
