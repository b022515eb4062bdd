package io.github.cycliclr.sweep.specification;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a parameter's values as its inverse distribution function. Names and meanings are those of
 * W&amp;B sweeps.
 *
 * <p>Logarithms and exponentials are those of {@link StrictMath}: the last bit of {@link Math}'s may differ between JDKs.
 */
sealed interface Distribution {
    /**
     * The value at a point; monotonic where values have an order.
     *
     * @param u in [0, 1)
     * @return null for PyTorch's None
     */
    @Nullable Object at(double u);

    /** A distribution of numbers that may have fractions. */
    sealed interface Continuous extends Distribution {
        @Override
        Double at(double u);
    }

    /** {@code value}, or {@code distribution: constant}: takes no dimension of the sample. */
    record Constant(@Nullable Object value) implements Distribution {
        @Override
        public @Nullable Object at(double u) {
            return value;
        }
    }

    /**
     * {@code values}, or {@code distribution: categorical}: each equally likely.
     *
     * @param values may contain null
     */
    record Categorical(List<Object> values) implements Distribution {
        @Override
        public @Nullable Object at(double u) {
            return values.get((int) (u * values.size()));
        }
    }

    /**
     * {@code categorical} with {@code probabilities}.
     *
     * @param values may contain null
     * @param cumulative for each value the sum of the probabilities up to its own; the last counts as 1
     */
    record Weighted(List<Object> values, List<Double> cumulative) implements Distribution {
        @Override
        public @Nullable Object at(double u) {
            int i = 0;
            while (i < values.size() - 1 && u >= cumulative.get(i)) {
                i++;
            }
            return values.get(i);
        }
    }

    /** {@code int_uniform}: min, min + 1, … max, each equally likely. */
    record IntUniform(long min, long max) implements Distribution {
        @Override
        public Long at(double u) {
            return Math.min(max, min + (long) (u * ((double) max - min + 1)));
        }
    }

    /** {@code uniform}: from min to max. */
    record Uniform(double min, double max) implements Continuous {
        @Override
        public Double at(double u) {
            return Math.min(max, min + u * (max - min));
        }
    }

    /**
     * {@code log_uniform_values}: from min to max, above 0; the logarithm is uniform. {@code inv_log_uniform_values} is the
     * same distribution, since the logarithm of the inverse is uniform too.
     */
    record LogUniform(double min, double max) implements Continuous {
        @Override
        public Double at(double u) {
            double low = StrictMath.log(min);
            double value = StrictMath.exp(low + u * (StrictMath.log(max) - low));
            return Math.max(min, Math.min(max, value));
        }
    }

    /** {@code normal}: mean mu, standard deviation sigma. */
    record Normal(double mu, double sigma) implements Continuous {
        @Override
        public Double at(double u) {
            double inside = Math.max(u, 0x1p-53); // a Sobol point can have the coordinate 0, which would give -infinity
            return new NormalDistribution(null, mu, sigma).inverseCumulativeProbability(inside);
        }
    }

    /** {@code log_normal}: the logarithm is normal with mean mu and standard deviation sigma. */
    record LogNormal(double mu, double sigma) implements Continuous {
        @Override
        public Double at(double u) {
            return StrictMath.exp(new Normal(mu, sigma).at(u));
        }
    }

    /** {@code q_…}: the nearest multiple of q, ties to the even one. */
    record Quantized(Continuous distribution, double q) implements Continuous {
        @Override
        public Double at(double u) {
            return Math.rint(distribution.at(u) / q) * q;
        }
    }
}
