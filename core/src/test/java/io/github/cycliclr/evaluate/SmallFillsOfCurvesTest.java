package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallFillsOfCurvesTest {
    /** Of one place, all of them. */
    private static final List<Curve> CURVES = IntStream.range(1, 1000)
            .mapToObj(i -> Curve.learningRate(0.001 * i, 0.01 * i))
            .filter(curve -> SmallFillsOfCurves.place(curve) == 2)
            .limit(9)
            .toList();

    private final SmallFillsOfCurves all = new SmallFillsOfCurves(new Tables(new Shape(20, 30, Scaling.NONE)), false);

    @Test
    void curvesOfOnePlaceAreKeptSideBySide() {
        List<SmallFills> made = CURVES.stream().limit(8).map(all::of).toList();
        assertEquals(8, new HashSet<>(made).size());
        for (int i = 0; i < 8; i++) {
            assertSame(made.get(i), all.of(CURVES.get(i)));
            assertSame(CURVES.get(i), made.get(i).curve);
        }
    }

    @Test
    void curvesAreToldByTheirNumbers() {
        SmallFills made = all.of(CURVES.get(0));
        assertSame(made, all.of(new Curve(CURVES.get(0).rest(), CURVES.get(0).peak())));
        assertNotSame(
                made, all.of(new Curve(CURVES.get(0).rest() / 2, CURVES.get(0).peak())));
    }

    /** The first curves that there are, by two threads at once, neither of which may get those of the other's. */
    @Test
    void threadsThatComeAtOnceHaveTheirOwn() throws Exception {
        int rounds = 300_000;
        Tables tables = new Tables(new Shape(20, 30, Scaling.NONE));
        AtomicReferenceArray<SmallFillsOfCurves> shared = new AtomicReferenceArray<>(rounds);
        AtomicInteger arrived = new AtomicInteger();
        List<CompletableFuture<Long>> wrong = IntStream.range(0, 2)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> {
                    Curve own = CURVES.get(thread);
                    long others = 0;
                    for (int i = 0; i < rounds; i++) {
                        shared.compareAndSet(i, null, new SmallFillsOfCurves(tables, false));
                        SmallFillsOfCurves both = shared.get(i);
                        arrived.incrementAndGet();
                        while (arrived.get() < 2 * (i + 1)) {
                            Thread.yield();
                        }
                        for (int j = 0; j < 4; j++) {
                            others += both.of(own).curve == own ? 0 : 1;
                        }
                    }
                    return others;
                }))
                .toList();
        for (CompletableFuture<Long> each : wrong) {
            assertEquals(0, each.get());
        }
    }

    @Test
    void oneThatIsTurnedAwayOftenEnoughTakesAPlace() {
        List<SmallFills> made = CURVES.stream().limit(8).map(all::of).toList();
        for (int i = 1; i < 64; i++) {
            assertNull(all.of(CURVES.get(8)));
        }
        assertNotNull(all.of(CURVES.get(8)));
        assertSame(all.of(CURVES.get(8)), all.of(CURVES.get(8)));
        List<SmallFills> kept =
                CURVES.stream().limit(8).map(all::of).filter(Objects::nonNull).toList();
        assertEquals(made.subList(1, 8), kept);
    }
}
