package io.github.cycliclr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    private static Schedule.Builder valid() {
        return Schedule.builder().baseLr(0.001).maxLr(0.006);
    }

    private static Arguments rule(UnaryOperator<Schedule.Builder> change, String message) {
        return Arguments.of(change, message);
    }

    static Stream<Arguments> everyRule() {
        return Stream.of(
                rule(b -> Schedule.builder().maxLr(1), "base_lr is missing; it must be finite and at least 0"),
                rule(b -> Schedule.builder().baseLr(1), "max_lr is missing; it must be finite and at least base_lr"),
                rule(b -> b.baseLr(-1), "base_lr is -1.0; it must be finite and at least 0"),
                rule(b -> b.baseLr(Double.NaN), "base_lr is NaN; it must be finite and at least 0"),
                rule(b -> b.baseLr(Double.POSITIVE_INFINITY), "base_lr is Infinity; it must be finite and at least 0"),
                rule(b -> b.maxLr(Double.NaN), "max_lr is NaN; it must be finite and at least base_lr"),
                rule(
                        b -> b.maxLr(Double.POSITIVE_INFINITY),
                        "max_lr is Infinity; it must be finite and at least base_lr"),
                rule(
                        b -> b.maxLr(0.0005),
                        "max_lr is 5.0E-4, below base_lr 0.001; it must be finite and at least base_lr"),
                rule(b -> b.stepSizeUp(0), "step_size_up is 0; it must be a number of iterations from 1 to 2^61"),
                rule(b -> b.stepSizeDown(-3), "step_size_down is -3; it must be a number of iterations from 1 to 2^61"),
                rule(
                        b -> b.stepSizeUp(Long.MAX_VALUE),
                        "step_size_up is 9223372036854775807; it must be a number of iterations from 1 to 2^61"),
                rule(b -> b.gamma(-0.1), "gamma is -0.1; it must be finite and at least 0"),
                rule(b -> b.gamma(Double.NaN), "gamma is NaN; it must be finite and at least 0"),
                rule(b -> b.gamma(Double.POSITIVE_INFINITY), "gamma is Infinity; it must be finite and at least 0"),
                rule(b -> b.baseMomentum(-0.1), "base_momentum is -0.1; it must be from 0 to 1"),
                rule(b -> b.maxMomentum(1.5), "max_momentum is 1.5; it must be from 0 to 1"),
                rule(b -> b.maxMomentum(Double.NaN), "max_momentum is NaN; it must be from 0 to 1"),
                rule(
                        b -> b.baseMomentum(0.95),
                        "base_momentum is 0.95, above max_momentum 0.9; it must be at most max_momentum"),
                rule(
                        b -> b.parameterGroup(2, 1),
                        "max_lr is 1.0, below base_lr 2.0; it must be finite and at least base_lr"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyRule")
    void saysWhichRuleIsBroken(UnaryOperator<Schedule.Builder> change, String message) {
        Schedule.Builder builder = change.apply(valid());
        var thrown = assertThrows(InvalidScheduleException.class, builder::build);
        assertEquals(List.of(message), thrown.violations());
        assertEquals(message, thrown.getMessage());
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var builder = valid().baseLr(-1).stepSizeUp(0).gamma(-2).maxMomentum(3);
        var thrown = assertThrows(InvalidScheduleException.class, builder::build);
        assertEquals(4, thrown.violations().size(), thrown::getMessage);
    }

    @Test
    void hasTheDefaultsOfPyTorch() {
        Schedule schedule = valid().build();
        assertEquals(new Shape(2000, 2000, Scaling.NONE), schedule.shape());
        assertEquals(new Curve(0.001, 0.006), schedule.learningRate());
        assertEquals(Optional.of(new Curve(0.9, 0.8)), schedule.momentum());
        assertEquals(
                Optional.empty(),
                valid().cycleMomentum(false).maxMomentum(7).build().momentum());
    }

    @Test
    void stepSizeDownIsThatUpUnlessGiven() {
        assertEquals(
                10, valid().stepSizeUp(5).stepSizeDown(null).build().shape().period());
        assertEquals(12, valid().stepSizeUp(5).stepSizeDown(7).build().shape().period());
    }

    @Test
    void everyModeGoesWithEveryScaleMode() {
        for (Mode mode : Mode.values()) {
            assertEquals(
                    mode.ownScaleMode(),
                    valid().mode(mode).build().shape().scaling().counts());
            for (ScaleMode counts : ScaleMode.values()) {
                Scaling scaling = valid().mode(mode)
                        .gamma(0.5)
                        .scaleMode(counts)
                        .build()
                        .shape()
                        .scaling();
                assertEquals(Scaling.of(mode, 0.5, counts), scaling);
                assertEquals(counts, scaling.counts());
            }
        }
        assertEquals("triangular2", Mode.TRIANGULAR2.toString());
        assertEquals("iterations", ScaleMode.ITERATIONS.toString());
    }

    @Test
    void aScaleFunctionTakesThePlaceOfTheMode() {
        Scaling scaling = valid().mode(Mode.EXP_RANGE)
                .scaleFn(x -> 1.0 / x)
                .build()
                .shape()
                .scaling();
        assertTrue(scaling instanceof Scaling.Custom);
        assertEquals(ScaleMode.CYCLE, scaling.counts());
    }

    @Test
    void warnsOfAGrowingAmplitude() {
        assertEquals(List.of(), valid().mode(Mode.EXP_RANGE).gamma(1).build().warnings());
        assertEquals(
                List.of("gamma is 1.5, above 1: the amplitude grows without bound and leaves max_lr"),
                valid().mode(Mode.EXP_RANGE).gamma(1.5).build().warnings());
    }

    @Test
    void theRecordsKeepTheRulesToo() {
        assertThrows(InvalidScheduleException.class, () -> new Shape(0, 1, Scaling.NONE));
        assertThrows(InvalidScheduleException.class, () -> Curve.learningRate(2, 1));
        assertThrows(InvalidScheduleException.class, () -> Curve.momentum(0.9, 0.8));
        assertThrows(InvalidScheduleException.class, () -> Scaling.of(Mode.EXP_RANGE, -1, null));
        assertThrows(IllegalArgumentException.class, () -> new Curve(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scaling.Geometric(3, 1, ScaleMode.CYCLE));
        assertThrows(IllegalArgumentException.class, () -> new Scaling.Geometric(1, -1, ScaleMode.CYCLE));
        assertThrows(IllegalArgumentException.class, () -> new Scaling.Geometric(2, 1, ScaleMode.ITERATIONS));
        assertThrows(IllegalArgumentException.class, () -> new Scaling.Geometric(16, 0.5, ScaleMode.CYCLE));
        assertThrows(IllegalArgumentException.class, () -> new Schedule(new Shape(1, 1, Scaling.NONE), List.of()));
    }
}
