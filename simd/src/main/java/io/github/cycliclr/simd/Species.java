package io.github.cycliclr.simd;

import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Vector species as constants, without which nothing is compiled; initialised only once the module is known to be there. */
final class Species {
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

    /** As many floats as there are doubles in a vector: what a vector of doubles is rounded to. */
    static final VectorSpecies<Float> ROUNDED =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

    /** The number of each lane; loaded where it is needed, which costs nothing and does not box on JDK 17. */
    static final double[] INDEX =
            IntStream.range(0, DOUBLES.length()).asDoubleStream().toArray();

    private Species() {}
}
