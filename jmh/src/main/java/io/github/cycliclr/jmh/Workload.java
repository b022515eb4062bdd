package io.github.cycliclr.jmh;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import java.util.Locale;

/**
 * The values to fill: a learning rate from 0.01 to 0.1 over a shape.
 *
 * @param mode triangular, triangular2, exp_range or scale_fn
 * @param first the iteration of the first element
 */
record Workload(String mode, Shape shape, Curve curve, long first) {
    /**
     * A workload from the parameters of a benchmark.
     *
     * @param schedule mode (or scale_fn) and scale mode: {@code exp_range/iterations}
     * @param steps step_size_up and step_size_down: {@code 2000/2000}
     */
    static Workload of(String schedule, String steps, double gamma, long first) {
        String[] scaling = pair(
                "schedule",
                schedule,
                "(triangular2?|exp_range|scale_fn)/(cycle|iterations)",
                "triangular, triangular2, exp_range or scale_fn, then /cycle or /iterations");
        String[] stepSizes = pair("steps", steps, "\\d{1,18}/\\d{1,18}", "two whole numbers with / between them");
        Schedule.Builder builder = Schedule.builder()
                .baseLr(0.01)
                .maxLr(0.1)
                .stepSizeUp(Long.parseLong(stepSizes[0]))
                .stepSizeDown(Long.parseLong(stepSizes[1]))
                .scaleMode(ScaleMode.valueOf(scaling[1].toUpperCase(Locale.ROOT)));
        if (scaling[0].equals("scale_fn")) {
            builder.scaleFn(x -> 1 / (1.0 + x));
        } else {
            builder.mode(Mode.valueOf(scaling[0].toUpperCase(Locale.ROOT))).gamma(gamma);
        }
        Schedule made = builder.build();
        return new Workload(scaling[0], made.shape(), made.learningRate(), first);
    }

    /** The same curve and range with another shape. */
    Workload with(Shape other) {
        return new Workload(mode, other, curve, first);
    }

    /** The same shape and range with another curve. */
    Workload with(Curve other) {
        return new Workload(mode, shape, other, first);
    }

    /** The same schedule from another iteration on. */
    Workload from(long iteration) {
        return new Workload(mode, shape, curve, iteration);
    }

    private static String[] pair(String name, String value, String pattern, String expected) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + expected);
        }
        return value.split("/");
    }
}
