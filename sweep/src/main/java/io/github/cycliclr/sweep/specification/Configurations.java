package io.github.cycliclr.sweep.specification;

import io.github.cycliclr.schedule.InvalidScheduleException;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.specification.Distribution.Categorical;
import io.github.cycliclr.sweep.specification.Specification.Sampled;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;

/**
 * The configurations of a sweep, drawn when they are asked for: any row at any time, always the same.
 *
 * <p>The dimensions of the sample are the parameters that are not constant, in the order of the file, those of parameter
 * groups after the others.
 */
public final class Configurations {
    private static final long MAX_ELEMENTS = (1L << 60) - (1L << 20); // of 8 bytes, and room for headers

    private final Specification specification;
    private final long seed;
    private final int count;
    private final Sampler sampler;

    /**
     * The configurations of a specification.
     *
     * @param seed of the draws; a grid has none to make
     */
    public Configurations(Specification specification, long seed) {
        this.specification = specification;
        this.seed = seed;
        List<Sampled> sampled = specification.drawn();
        long limit = specification.runCap().orElse(SpecificationReader.MAX_CONFIGURATIONS + 1);
        if (specification.method() == Method.GRID) {
            GridSampler grid = new GridSampler(sampled.stream()
                    .map(each -> ((Categorical) each.distribution()).values().size())
                    .toList());
            limit = grid.count(limit);
            sampler = grid;
        } else if (specification.method() == Method.SOBOL && !sampled.isEmpty()) {
            sampler = new SobolSampler(sampled.size(), seed);
        } else {
            sampler = new RandomSampler(sampled.size(), seed);
        }
        if (limit > SpecificationReader.MAX_CONFIGURATIONS) {
            throw new SpecificationException(specification.place()
                    + ": the grid has more than 2^31 combinations; give fewer values, or a run_cap");
        }
        count = (int) limit;
        int arrays = 2 * specification.groupNames().size();
        if (specification.iterations() > MAX_ELEMENTS / arrays / count) {
            throw new SpecificationException(specification.place() + ": " + count + " configurations of "
                    + specification.iterations() + " iterations are too large for files; give fewer");
        }
    }

    /** The specification that they are drawn from. */
    public Specification specification() {
        return specification;
    }

    /** The seed of the draws. */
    public long seed() {
        return seed;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The configuration of a row, from 0. */
    public Configuration at(int row) {
        PrimitiveIterator.OfDouble point = Arrays.stream(sampler.point(row)).iterator();
        Map<Parameter, Object> values = values(specification.sampled(), point);
        Map<String, Map<Parameter, Object>> groups = new LinkedHashMap<>();
        specification.groups().forEach(group -> groups.put(group.name(), values(group.sampled(), point)));
        return new Configuration(values, groups);
    }

    private static Map<Parameter, Object> values(List<Sampled> sampled, PrimitiveIterator.OfDouble point) {
        Map<Parameter, Object> values = new EnumMap<>(Parameter.class);
        for (Sampled each : sampled) {
            double u = each.isConstant() ? 0 : point.nextDouble();
            values.put(each.parameter(), each.distribution().at(u));
        }
        return values;
    }

    /**
     * The schedule of a row, from 0.
     *
     * @throws SpecificationException if the values break a rule; it names the row, the values and the rule
     */
    public Schedule schedule(int row) {
        Configuration configuration = at(row);
        try {
            return configuration.schedule();
        } catch (InvalidScheduleException invalid) {
            String violation = invalid.violations().get(0); // which begins with the parameter
            String place = specification.place(violation.substring(0, violation.indexOf(' ')));
            throw new SpecificationException(place + ": row " + row + " (" + configuration + "): " + violation);
        }
    }
}
