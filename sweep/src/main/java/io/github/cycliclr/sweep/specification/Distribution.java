package io.github.cycliclr.sweep.specification;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How the values of a parameter are distributed, as the inverse of its distribution function: u, uniform in [0, 1),
 * becomes a value. Names and meanings are those of W&amp;B sweeps.
 *
 * <p>Nothing here calls {@link Math#log} or {@link Math#exp}, whose last bit may differ from one JDK to the next.
 */
sealed interface Distribution {
    /** The value at u; monotonic in u where values have an order. */
    Object at(double u);

    /** The same, of numbers of epochs, in the iterations that these have, to the nearest; nothing stays nothing. */
    default Distribution inIterations(long iterationsPerEpoch) {
        return new Epochs(this, iterationsPerEpoch);
    }

    /** {@code value}, or {@code distribution: constant}: takes no dimension of the sample. */
    record Constant(Object value) implements Distribution {
        @Override
        public Object at(double u) {
            return value;
        }

        @Override
        public Distribution inIterations(long iterationsPerEpoch) {
            return new Constant(Epochs.iterations(value, iterationsPerEpoch));
        }
    }

    /** {@code values}, or {@code distribution: categorical}: each equally likely. */
    record Categorical(List<Object> values) implements Distribution {
        @Override
        public Object at(double u) {
            return values.get((int) (u * values.size()));
        }

        @Override
        public Distribution inIterations(long iterationsPerEpoch) {
            return new Categorical(values.stream()
                    .map(epochs -> Epochs.iterations(epochs, iterationsPerEpoch))
                    .collect(Collectors.toList())); // may hold nulls
        }
    }

    /**
     * {@code categorical} with {@code probabilities}.
     *
     * @param upTo for each value the sum of the probabilities up to its own, the last of which counts as 1
     */
    record Weighted(List<Object> values, List<Double> upTo) implements Distribution {
        @Override
        public Object at(double u) {
            int i = 0;
            while (i < values.size() - 1 && u >= upTo.get(i)) {
                i++;
            }
            return values.get(i);
        }
    }

    /** {@code int_uniform}: min, min + 1, … max, each equally likely. */
    record IntUniform(long min, long max) implements Distribution {
        @Override
        public Object at(double u) {
            return Math.min(max, min + (long) (u * ((double) max - min + 1)));
        }
    }

    /** {@code uniform}: from min to max. */
    record Uniform(double min, double max) implements Distribution {
        @Override
        public Object at(double u) {
            return Math.min(max, min + u * (max - min));
        }
    }

    /**
     * {@code log_uniform_values}: from min to max, above 0; the logarithm is uniform. So is that of the inverse, so that
     * {@code inv_log_uniform_values} is the same.
     */
    record LogUniform(double min, double max) implements Distribution {
        @Override
        public Object at(double u) {
            double low = StrictMath.log(min);
            double value = StrictMath.exp(low + u * (StrictMath.log(max) - low));
            return Math.max(min, Math.min(max, value));
        }
    }

    /** {@code normal}: mean mu, standard deviation sigma. */
    record Normal(double mu, double sigma) implements Distribution {
        @Override
        public Object at(double u) {
            double inside = Math.max(u, 0x1p-53); // a Sobol point can have the coordinate 0, which would be -infinity
            return new NormalDistribution(null, mu, sigma).inverseCumulativeProbability(inside);
        }
    }

    /** {@code log_normal}: the logarithm is normal with mean mu and standard deviation sigma. */
    record LogNormal(double mu, double sigma) implements Distribution {
        @Override
        public Object at(double u) {
            return StrictMath.exp((double) new Normal(mu, sigma).at(u));
        }
    }

    /** Of numbers of epochs, in iterations, to the nearest. */
    record Epochs(Distribution distribution, long iterationsPerEpoch) implements Distribution {
        @Override
        public Object at(double u) {
            return iterations(distribution.at(u), iterationsPerEpoch);
        }

        /** Null for null. */
        static Object iterations(Object epochs, long iterationsPerEpoch) {
            return epochs == null
                    ? null
                    : (Object) (long) Math.rint(((Number) epochs).doubleValue() * iterationsPerEpoch);
        }
    }

    /** {@code q_…}: the nearest multiple of q, ties to the even one. */
    record Quantized(Distribution distribution, double q) implements Distribution {
        @Override
        public Object at(double u) {
            return Math.rint((double) distribution.at(u) / q) * q;
        }
    }
}
