package io.github.cycliclr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.Contest.Way;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a machine that takes the nanoseconds a piece that it is told. */
final class ContestTest {
    private static final int ELEMENTS = 1000;

    private final Contest contest = new Contest();
    private final Map<Way, Long> nanos =
            new EnumMap<>(Map.of(Way.STREAMED, 300L, Way.COPIED, 300L, Way.COMPUTED, 300L));

    private Way piece() {
        Way way = contest.next(true, true, true);
        contest.took(way, nanos.get(way), ELEMENTS);
        return way;
    }

    private Map<Way, Integer> pieces(int count) {
        Map<Way, Integer> ways = new EnumMap<>(Way.class);
        for (int i = 0; i < count; i++) {
            ways.merge(piece(), 1, Integer::sum);
        }
        return ways;
    }

    private void assertWins(Way way) {
        int wins = pieces(1000).getOrDefault(way, 0);
        assertTrue(wins > 980, wins + " of 1000");
    }

    private void assertIsLeft(Way way) {
        int tries = pieces(1000).getOrDefault(way, 0);
        assertTrue(tries < 20, tries + " of 1000");
    }

    @ParameterizedTest
    @EnumSource
    void theFastestWayWins(Way fastest) {
        nanos.put(fastest, 270L);
        pieces(200);
        assertWins(fastest);
    }

    @ParameterizedTest
    @EnumSource
    void aWayThatBecomesTheFastestIsNoticed(Way fastest) {
        nanos.replaceAll((way, time) -> way == fastest ? 900 : 300L);
        pieces(1000);
        nanos.put(fastest, 270L);
        pieces(300);
        assertWins(fastest);
    }

    /** As one is that is compiled only after it has been used often enough. */
    @Test
    void aWayThatIsSlowAtFirstIsNoticed() {
        nanos.put(Way.COMPUTED, 900L);
        for (int tries = 0; tries < 10; ) {
            tries += piece() == Way.COMPUTED ? 1 : 0;
        }
        nanos.put(Way.COMPUTED, 270L);
        int wins = pieces(100).getOrDefault(Way.COMPUTED, 0);
        assertTrue(wins > 80, wins + " of 100");
    }

    @ParameterizedTest
    @EnumSource
    void aWayThatBecomesSlowIsLeft(Way fastest) {
        nanos.put(fastest, 200L);
        pieces(1000);
        nanos.put(fastest, 900L);
        pieces(10); // until then it is believed to have been held up
        assertIsLeft(fastest);
    }

    @Test
    void aPieceThatIsHeldUpChangesNothing() {
        nanos.put(Way.COPIED, 270L);
        pieces(300);
        for (int i = 0; i < 10; i++) {
            nanos.put(Way.COPIED, 5000L);
            while (piece() != Way.COPIED) {}
            nanos.put(Way.COPIED, 270L);
            int wins = pieces(100).getOrDefault(Way.COPIED, 0);
            assertTrue(wins > 95, wins + " of 100");
        }
    }

    @Test
    void whatCannotBeIsNotTried() {
        for (int i = 0; i < 1000; i++) {
            assertEquals(Way.COPIED, contest.next(false, true, false));
            contest.took(Way.COPIED, 300, ELEMENTS);
        }
        for (int i = 0; i < 1000; i++) {
            Way way = contest.next(true, false, true);
            assertTrue(way != Way.COPIED);
            contest.took(way, 900, ELEMENTS);
        }
    }

    /** A clock may stand still for as long as a piece takes. */
    @Test
    void aPieceThatTookNoTimeIsForgotten() {
        nanos.put(Way.COPIED, 0L);
        while (piece() != Way.COPIED) {}
        nanos.put(Way.COPIED, 900L);
        pieces(1000);
        assertIsLeft(Way.COPIED);
    }

    @Test
    void onlyOneOfManyThreadsTriesAWay() {
        nanos.put(Way.COPIED, 270L);
        pieces(50);
        for (int round = 0; round < 200; round++) {
            Map<Way, Integer> ways = new EnumMap<>(Way.class);
            for (int thread = 0; thread < 20; thread++) {
                ways.merge(contest.next(true, true, true), 1, Integer::sum);
            }
            ways.forEach((way, count) -> contest.took(way, nanos.get(way), ELEMENTS));
            ways.remove(Way.COPIED);
            ways.forEach((way, count) -> assertEquals(1, count, way::toString));
        }
    }

    @Test
    void computingIsTriedLate() {
        assertEquals(null, pieces(16).get(Way.COMPUTED));
        assertEquals(1, pieces(1).get(Way.COMPUTED));
    }
}
