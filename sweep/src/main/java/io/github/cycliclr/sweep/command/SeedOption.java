package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Specification;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.cli.Option;

/** The option that says how the configurations of a specification are drawn. */
final class SeedOption {
    static final Option SEED = Arguments.valued("seed");

    private SeedOption() {}

    /** The configurations of the specification in a file. */
    static Configurations configurations(Arguments arguments, Path file) throws FileFailure {
        Long seed = arguments.whole(SEED);
        try {
            Specification specification = SpecificationReader.read(file);
            return new Configurations(
                    specification, seed == null ? specification.seed().orElse(0) : seed);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }
}
