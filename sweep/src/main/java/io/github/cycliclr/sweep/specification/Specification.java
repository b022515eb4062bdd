package io.github.cycliclr.sweep.specification;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

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
        String place) {

    /** A parameter and its distribution. */
    record Sampled(Parameter parameter, Distribution distribution) {
        boolean isConstant() {
            return distribution instanceof Distribution.Constant;
        }
    }

    /** Keeps the lists unmodifiable. */
    public Specification {
        sampled = List.copyOf(sampled);
    }
}
