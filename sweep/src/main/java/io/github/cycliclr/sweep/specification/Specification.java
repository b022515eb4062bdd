package io.github.cycliclr.sweep.specification;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as its file describes it.
 *
 * @param text the contents of the file
 * @param method how configurations are chosen
 * @param runCap the largest number of configurations; only a grid may have none
 * @param seed of the draws; empty if the file has none
 * @param iterations of each schedule, at least 1
 * @param groups the parameter groups, in the order of the file; the first has the parameters of the schedule too
 * @param place {@code FILE:LINE:COLUMN: parameters}, for errors in drawn values
 */
public record Specification(
        String text,
        Method method,
        OptionalLong runCap,
        OptionalLong seed,
        long iterations,
        List<Group> groups,
        String place) {

    /**
     * A parameter and its distribution.
     *
     * @param iterationsPerEpoch present if the distribution is in epochs, but the parameter in iterations
     * @param place {@code FILE:LINE:COLUMN: parameters.NAME}, for errors in its values
     */
    record Sampled(Parameter parameter, Distribution distribution, OptionalLong iterationsPerEpoch, String place) {
        boolean isConstant() {
            return distribution instanceof Distribution.Constant;
        }

        /** The value at a point of its distribution; epochs in iterations, to the nearest. */
        @Nullable Object at(double u) {
            Object value = distribution.at(u);
            return iterationsPerEpoch.isPresent() && value instanceof Number epochs
                    ? (Long) (long) Math.rint(epochs.doubleValue() * iterationsPerEpoch.getAsLong())
                    : value;
        }
    }

    /** A parameter group and its parameters, in the order of the file; the name of the first group is empty. */
    record Group(String name, List<Sampled> sampled) {}

    /** Keeps the groups unmodifiable. */
    public Specification {
        groups = List.copyOf(groups);
    }

    /**
     * The place of a parameter, or of all where it is not given; of all too where there are several groups, since a broken
     * rule does not name the group.
     */
    String place(String parameter) {
        return groups.get(0).sampled.stream()
                .filter(each -> groups.size() == 1 && each.parameter.toString().equals(parameter))
                .map(Sampled::place)
                .findFirst()
                .orElse(place);
    }

    /** The names of the parameter groups, in order; that of the first is empty. */
    public List<String> groupNames() {
        return groups.stream().map(Group::name).toList();
    }

    /** The parameters that are drawn, which are the dimensions of the sample: those of the first group come first. */
    List<Sampled> drawn() {
        return groups.stream()
                .flatMap(group -> group.sampled.stream())
                .filter(each -> !each.isConstant())
                .toList();
    }
}
