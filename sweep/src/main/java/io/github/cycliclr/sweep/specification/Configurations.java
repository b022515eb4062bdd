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
 */
public final class Configurations {
    /** The most configurations of a sweep: Sobol's sequence counts its points in an int, from 1. */
    static final int MAX_COUNT = Integer.MAX_VALUE - 1;

    private static final long MAX_ELEMENTS = (1L << 60) - (1L << 20); // of 8 bytes, with room for headers

    private final Specification specification;
    private final long seed;
    private final int count;
    private final Sampler sampler;

    /**
     * The configurations of a specification.
     *
     * @param seed of the draws; a grid ignores it
     */
    public Configurations(Specification specification, long seed) {
        this.specification = specification;
        this.seed = seed;
        List<Sampled> drawn = specification.drawn();
        long limit = specification.runCap().orElse(MAX_COUNT + 1L);
        if (specification.method() == Method.GRID) {
            GridSampler grid = new GridSampler(drawn.stream()
                    .map(each -> ((Categorical) each.distribution()).values().size())
                    .toList());
            limit = grid.count(limit);
            sampler = grid;
        } else if (specification.method() == Method.SOBOL && !drawn.isEmpty()) {
            sampler = new SobolSampler(drawn.size(), seed);
        } else {
            sampler = new RandomSampler(drawn.size(), seed);
        }
        if (limit > MAX_COUNT) {
            throw new SpecificationException(specification.place()
                    + ": the grid has more than 2^31 combinations; give fewer values, or a run_cap");
        }
        count = (int) limit;
        int arrays = 2 * specification.groups().size();
        if (specification.iterations() > MAX_ELEMENTS / arrays / count) {
            throw new SpecificationException(specification.place() + ": " + count + " configurations of "
                    + specification.iterations() + " iterations are too large for files; give fewer");
        }
    }

    /** The specification of the sweep. */
    public Specification specification() {
        return specification;
    }

    /** The seed of the draws. */
    public long seed() {
        return seed;
    }

    /** The number of configurations. */
    public int count() {
        return count;
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

    /**
     * The schedule of a row, from 0.
     *
     * @throws SpecificationException if the values break a rule; its message has the row, the values and the rule
     */
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
