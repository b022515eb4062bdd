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
@FunctionalInterface
interface Distribution {
    /** The value at u in [0, 1), monotonic where values have an order; null is PyTorch's None. */
    @Nullable Object at(double u);

    /** {@code value}, or {@code distribution: constant}: takes no dimension of the sample. */
    record Constant(@Nullable Object value) implements Distribution {
        @Override
        public @Nullable Object at(double u) {
            return value;
        }
    }

    /** {@code values}, or {@code distribution: categorical}: each equally likely. */
    record Categorical(List<Object> values) implements Distribution {
        @Override
        public @Nullable Object at(double u) {
            return values.get((int) (u * values.size()));
        }
    }

    /** A distribution of numbers that may have fractions. */
    @FunctionalInterface
    interface Continuous extends Distribution {
        @Override
        Double at(double u);

        /** {@code q_…}: the nearest multiple of q, ties to the even one. */
        default Continuous quantized(double q) {
            return u -> Math.rint(at(u) / q) * q;
        }

        /** {@code log_…}: these numbers are its logarithms. */
        default Continuous exponential() {
            return u -> StrictMath.exp(at(u));
        }
    }

    /** {@code categorical} with {@code probabilities}: their sums up to each value, of which the last counts as 1. */
    static Distribution weighted(List<Object> values, List<Double> cumulative) {
        return u -> {
            int i = 0;
            while (i < values.size() - 1 && u >= cumulative.get(i)) {
                i++;
            }
            return values.get(i);
        };
    }

    /** {@code int_uniform}: min, min + 1, … max, each equally likely. */
    static Distribution intUniform(long min, long max) {
        return u -> Math.min(max, min + (long) (u * ((double) max - min + 1)));
    }

    /** {@code uniform}: from min to max. */
    static Continuous uniform(double min, double max) {
        return u -> Math.min(max, min + u * (max - min));
    }

    /**
     * {@code log_uniform_values}: from min to max, above 0; the logarithm is uniform. {@code inv_log_uniform_values} is the
     * same distribution, since the logarithm of the inverse is uniform too.
     */
    static Continuous logUniform(double min, double max) {
        double low = StrictMath.log(min);
        double high = StrictMath.log(max);
        return u -> Math.max(min, Math.min(max, StrictMath.exp(low + u * (high - low))));
    }

    /** {@code normal}: mean mu, standard deviation sigma. */
    static Continuous normal(double mu, double sigma) {
        NormalDistribution normal = new NormalDistribution(null, mu, sigma);
        // A Sobol point can have the coordinate 0, which would give -infinity.
        return u -> normal.inverseCumulativeProbability(Math.max(u, 0x1p-53));
    }
}
