package io.github.cycliclr.sweep.command;

import io.github.cycliclr.sweep.output.FileFailure;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Specification;
import io.github.cycliclr.sweep.specification.SpecificationReader;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says how the configurations of a specification are drawn. */
final class SeedOption {
    @Option(names = "--seed", paramLabel = "S", description = "Of the draws, instead of the specification's.")
    private Long seed;

    boolean isGiven() {
        return seed != null;
    }

    /** The configurations of the specification in a file. */
    Configurations configurations(Path file) throws FileFailure {
        try {
            Specification specification = SpecificationReader.read(file);
            return new Configurations(
                    specification, seed == null ? specification.seed().orElse(0) : seed);
        } catch (IOException e) {
            throw FileFailure.of("read", file, e);
        }
    }
}
