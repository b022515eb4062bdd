package io.github.cycliclr.sweep.specification;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A sweep as its file describes it.
 *
 * @param file the file, as it was named
 * @param text the file's contents
 * @param method how configurations are chosen
 * @param runCap at most so many configurations; for a grid it may be absent
 * @param seed of the draws; empty if the file names none
 * @param iterations of each schedule, at least 1
 * @param sampled the parameters and their distributions, in the order of the file
 * @param groups the parameter groups beyond the first, in the order of the file
 * @param place {@code FILE:LINE:COLUMN: parameters}, for complaints about what is drawn
 */
public record Specification(
        Path file,
        String text,
        Method method,
        OptionalLong runCap,
        OptionalLong seed,
        long iterations,
        List<Sampled> sampled,
        List<Group> groups,
        String place) {

    /**
     * A parameter and its distribution.
     *
     * @param place {@code FILE:LINE:COLUMN: parameters.NAME}, for complaints about its values
     */
    record Sampled(Parameter parameter, Distribution distribution, String place) {
        boolean isConstant() {
            return distribution instanceof Distribution.Constant;
        }
    }

    /** A parameter group, and what it has for itself. */
    record Group(String name, List<Sampled> sampled) {}

    /** Keeps the lists unmodifiable. */
    public Specification {
        sampled = List.copyOf(sampled);
        groups = List.copyOf(groups);
    }

    /**
     * Where a rule is broken that is about a parameter: where the file gives that, or its parameters; or these, where it may be
     * that of any parameter group.
     */
    String place(String parameter) {
        if (!groups.isEmpty()) {
            return place;
        }
        return sampled.stream()
                .filter(each -> each.parameter().toString().equals(parameter))
                .map(Sampled::place)
                .findFirst()
                .orElse(place);
    }

    /** The names of the parameter groups, in their order; that of the first is empty. */
    public List<String> groupNames() {
        return Stream.concat(Stream.of(""), groups.stream().map(Group::name)).toList();
    }

    /** The parameters that are drawn, which are the dimensions of the sample: those of the first group come first. */
    List<Sampled> drawn() {
        return Stream.concat(sampled.stream(), groups.stream().flatMap(group -> group.sampled.stream()))
                .filter(each -> !each.isConstant())
                .toList();
    }
}
