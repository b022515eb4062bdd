package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.specification.Distribution.Categorical;
import io.github.cycliclr.sweep.specification.Specification.Group;
import io.github.cycliclr.sweep.specification.Specification.Sampled;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;

/**
 * The configurations of a sweep. Each is drawn on request, by random access, and is always the same.
 *
 * <p>The dimensions of the sample are the parameters that are not constant, in the order of the file, those of further
 * parameter groups last.
 *
 * @param seed of the draws; a grid ignores it
 */
public record Configurations(Specification specification, long seed, int count, Sampler sampler) {
    /** The most configurations of a sweep: Sobol's sequence counts its points in an int, from 1. */
    static final int MAX_COUNT = Integer.MAX_VALUE - 1;

    private static final long MAX_ELEMENTS = (1L << 60) - (1L << 20); // of 8 bytes, with room for headers

    /** The configurations of a specification; too many of them are an error. */
    public Configurations(Specification specification, long seed) {
        this(specification, seed, count(specification), sampler(specification, seed));
    }

    private static int count(Specification specification) {
        long count = specification.runCap().orElse(MAX_COUNT + 1L);
        if (specification.method() == Method.GRID) {
            count = grid(specification).count(count);
        }
        if (count > MAX_COUNT) {
            throw new SpecificationException(specification.place()
                    + ": the grid has more than 2^31 combinations; give fewer values, or a run_cap");
        }
        int arrays = 2 * specification.groups().size();
        if (specification.iterations() > MAX_ELEMENTS / arrays / count) {
            throw new SpecificationException(specification.place() + ": " + count + " configurations of "
                    + specification.iterations() + " iterations are too large for files; give fewer");
        }
        return (int) count;
    }

    private static Sampler sampler(Specification specification, long seed) {
        int dimensions = specification.drawn().size();
        return switch (specification.method()) {
            case GRID -> grid(specification);
            case RANDOM -> new RandomSampler(dimensions, seed);
            case SOBOL -> dimensions == 0 ? new RandomSampler(0, seed) : new SobolSampler(dimensions, seed);
        };
    }

    private static GridSampler grid(Specification specification) {
        return new GridSampler(specification.drawn().stream()
                .map(each -> ((Categorical) each.distribution()).values().size())
                .toList());
    }

    /** The configuration of a row, from 0. */
    public Configuration at(int row) {
        PrimitiveIterator.OfDouble point = Arrays.stream(sampler.point(row)).iterator();
        List<Group> groups = specification.groups();
        Map<Parameter, Object> first = values(groups.get(0), point);
        Map<String, Map<Parameter, Object>> others = new LinkedHashMap<>();
        groups.subList(1, groups.size()).forEach(group -> others.put(group.name(), values(group, point)));
        return new Configuration(first, others);
    }

    private static Map<Parameter, Object> values(Group group, PrimitiveIterator.OfDouble point) {
        Map<Parameter, Object> values = new EnumMap<>(Parameter.class);
        for (Sampled each : group.sampled()) {
            values.put(each.parameter(), each.at(each.isConstant() ? 0 : point.nextDouble()));
        }
        return values;
    }

    /** The schedule of a row, from 0; the error of values that break a rule has the row, the values and the rule. */
    public Schedule schedule(int row) {
        Configuration configuration = at(row);
        try {
            return configuration.schedule();
        } catch (InvalidScheduleException invalid) {
            String violation = invalid.violations().get(0); // begins with the parameter
            String place = specification.place(violation.substring(0, violation.indexOf(' ')));
            throw new SpecificationException(place + ": row " + row + " (" + configuration + "): " + violation);
        }
    }
}
