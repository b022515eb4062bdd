package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Specification;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Option;

/** The option that says how the configurations of a specification are drawn. */
final class SeedOption {
    static final Option SEED = Arguments.valued("seed");

    /** Names of a specification that is piped in. */
    private static final List<String> STANDARD_INPUT = List.of("-", "/dev/stdin");

    /** Set by the launcher, which has something else in its place: where standard input is. */
    private static final String INPUT = "cycliclr.input";

    private SeedOption() {}

    /** The configurations of the specification in a file, or in standard input. */
    static Configurations configurations(Arguments arguments, Path file) throws FileFailure {
        Long seed = arguments.whole(SEED);
        boolean piped = STANDARD_INPUT.contains(file.toString());
        Path from = piped ? Path.of(System.getProperty(INPUT, "/dev/stdin")) : file;
        try {
            Specification specification = SpecificationReader.read(from, piped ? Path.of("standard input") : file);
            return new Configurations(
                    specification, seed == null ? specification.seed().orElse(0) : seed);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }
}
