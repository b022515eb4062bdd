package io.github.cycliclr.sweep.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.sweep.specification.Configuration;
import io.github.cycliclr.sweep.specification.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineGroupsTest {
    @Test
    void fewConfigurationsHaveAColourEach() {
        LineGroups groups = LineGroups.of(
                List.of(configuration(0.01, 100, Mode.TRIANGULAR), configuration(0.02, 100, Mode.TRIANGULAR)), null);
        assertEquals(List.of("max_lr 0.01", "max_lr 0.02"), groups.names());
        assertNotEquals(groups.color(0), groups.color(1));
    }

    @Test
    void manyAreGroupedByModeWhereModesDiffer() {
        List<Configuration> configurations = IntStream.range(0, 20)
                .mapToObj(i -> configuration(0.01 + i, 100, i % 2 == 0 ? Mode.TRIANGULAR : Mode.EXP_RANGE))
                .toList();
        LineGroups groups = LineGroups.of(configurations, null);
        assertEquals(List.of("mode exp_range", "mode triangular"), groups.names());
        assertEquals(groups.color(0), groups.color(2));
        assertNotEquals(groups.color(0), groups.color(1));
    }

    /** The samples depend on the step size alone. */
    @Test
    void elseByTheParameterWithTheLargestEffectInTheOrderOfItsValues() {
        List<Configuration> configurations = IntStream.range(0, 24)
                .mapToObj(i -> configuration(0.1 + i % 3, 900 + 50 * (i / 3), Mode.TRIANGULAR))
                .toList();
        double[][] samples =
                IntStream.range(0, 24).mapToObj(i -> new double[] {i / 3, 1}).toArray(double[][]::new);
        LineGroups groups = LineGroups.of(configurations, samples);
        assertEquals("step_size_up 900", groups.names().get(0));
        assertEquals("step_size_up 1,250", groups.names().get(7));
        assertEquals(List.of(0, 0, 0, 1), groups.groups().subList(0, 4));
    }

    @Test
    void moreValuesThanColoursAreRanges() {
        List<Configuration> configurations = IntStream.range(0, 16)
                .mapToObj(i -> configuration(1 + i, 100, Mode.TRIANGULAR))
                .toList();
        LineGroups groups = LineGroups.of(configurations, new double[16][1]);
        assertEquals("max_lr 1 to 2", groups.names().get(0));
        assertEquals("max_lr 15 to 16", groups.names().get(7));
        assertEquals(7, groups.groups().get(15));
    }

    private static Configuration configuration(double maxLr, long stepSizeUp, Mode mode) {
        return new Configuration(
                Map.of(Parameter.MAX_LR, maxLr, Parameter.STEP_SIZE_UP, stepSizeUp, Parameter.MODE, mode), Map.of());
    }
}
