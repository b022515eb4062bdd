package io.github.cycliclr.sweep.specification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SamplerTest {
    @Test
    void lastParameterOfGridVariesFastest() {
        GridSampler grid = new GridSampler(List.of(2, 3));
        List<List<Integer>> rows = new ArrayList<>();
        for (int row = 0; row < grid.count(100); row++) {
            double[] point = grid.point(row);
            rows.add(List.of((int) (point[0] * 2), (int) (point[1] * 3)));
        }
        assertEquals(
                List.of(List.of(0, 0), List.of(0, 1), List.of(0, 2), List.of(1, 0), List.of(1, 1), List.of(1, 2)),
                rows);
    }

    @Test
    void gridOfAnySizeReachesEachValue() {
        for (int size = 1; size < 2000; size++) {
            for (int i = 0; i < size; i++) {
                assertEquals(i, (int) (new GridSampler(List.of(size)).point(i)[0] * size));
            }
        }
    }

    @Test
    void countOfGridIsLimited() {
        assertEquals(1000, new GridSampler(List.of(1 << 20, 1 << 20, 1 << 20)).count(1000));
        assertEquals(1, new GridSampler(List.of()).count(1000));
    }

    @Test
    void randomIsTheSplitMixSequence() {
        SplittableRandom sequence = new SplittableRandom(42);
        RandomSampler sampler = new RandomSampler(3, 42);
        for (int row = 0; row < 1000; row++) {
            double[] expected = new double[3];
            for (int d = 0; d < 3; d++) {
                expected[d] = (sequence.nextLong() >>> 11) * 0x1p-53;
            }
            assertArrayEquals(expected, sampler.point(row));
        }
    }

    @Test
    void sobolIsCommonsMathWithoutFirstPoint() {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(5);
        assertArrayEquals(new double[5], sequence.nextVector());
        SobolSampler sampler = new SobolSampler(5, 0);
        List<double[]> points = new ArrayList<>();
        for (int row = 0; row < 1000; row++) {
            points.add(sampler.point(row));
            assertArrayEquals(sequence.nextVector(), points.get(row));
        }
        assertArrayEquals(points.get(17), sampler.point(17)); // in any order
    }

    @Test
    void seedShiftsSobolAndKeepsItEven() {
        SobolSampler sampler = new SobolSampler(2, 7);
        boolean[][] met = new boolean[2][64];
        // Rows 63 to 126 are points 64 to 127: in each dimension one falls into each 64th of [0, 1).
        for (int row = 63; row < 127; row++) {
            double[] point = sampler.point(row);
            for (int d = 0; d < 2; d++) {
                assertTrue(point[d] >= 0 && point[d] < 1);
                met[d][(int) (point[d] * 64)] = true;
            }
        }
        for (int i = 0; i < 64; i++) {
            assertTrue(met[0][i] && met[1][i]);
        }
    }
}
