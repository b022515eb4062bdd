package io.github.cycliclr.schedule;

import java.util.Objects;
import java.util.function.LongToDoubleFunction;

/**
 * The scaling k(x) of the amplitude, where x is a cycle number (from 1) or an iteration (from 0), as {@link #counts()}
 * says.
 *
 * <p>All of PyTorch's modes are {@linkplain Geometric geometric}: k(x) = factor · ratio<sup>x</sup>. Triangular has the
 * ratio 1, triangular2 the factor 2 and the ratio 1/2, exp_range the ratio gamma. Anything else is the
 * {@linkplain Custom caller's function}.
 */
public sealed interface Scaling {
    /** What x is: the cycle number or the iteration. */
    ScaleMode counts();

    /** No scaling: k = 1. */
    Scaling NONE = new Geometric(1, 1, ScaleMode.CYCLE);

    /**
     * The scaling of a mode.
     *
     * @param gamma constant of exp_range, finite and at least 0; other modes ignore it
     * @param counts what x is, or null for the mode's own
     * @throws InvalidScheduleException if gamma breaks its rule
     */
    static Scaling of(Mode mode, double gamma, ScaleMode counts) {
        InvalidScheduleException.throwIfAny(Rules.gamma(gamma));
        ScaleMode x = counts == null ? mode.ownScaleMode() : counts;
        return switch (mode) {
            case TRIANGULAR -> new Geometric(1, 1, x);
            case TRIANGULAR2 -> new Geometric(2, 0.5, x);
            case EXP_RANGE -> new Geometric(1, gamma, x);
        };
    }

    /**
     * k(x) = factor · ratio<sup>x</sup>, with 0<sup>0</sup> = 1.
     *
     * @param factor 1, or 2 where the ratio is 1/2
     * @param ratio finite and at least 0
     */
    record Geometric(double factor, double ratio, ScaleMode counts) implements Scaling {
        /** @throws IllegalArgumentException if factor or ratio is out of its range */
        public Geometric {
            Objects.requireNonNull(counts, "counts");
            if (factor != 1 && !(factor == 2 && ratio == 0.5)) {
                throw new IllegalArgumentException(
                        "factor is " + factor + "; it must be 1, or 2 where the ratio is 0.5, which is " + ratio);
            }
            if (!(ratio >= 0 && ratio <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("ratio is " + ratio + "; it must be finite and at least 0");
            }
        }

        /** Whether k = 1 for every x. */
        public boolean isNone() {
            return factor == 1 && ratio == 1;
        }
    }

    /**
     * The caller's own scaling, PyTorch's {@code scale_fn}.
     *
     * @param function gives k for x. It must be a pure function with finite values: it is called as often as the
     *     evaluation needs, from any thread, and a value that is not finite ends the evaluation with an
     *     {@link ArithmeticException}.
     */
    record Custom(LongToDoubleFunction function, ScaleMode counts) implements Scaling {
        /** Requires both. */
        public Custom {
            Objects.requireNonNull(function, "function");
            Objects.requireNonNull(counts, "counts");
        }

        /**
         * k(x), checked.
         *
         * @throws ArithmeticException if the function's value is not finite
         */
        public double at(long x) {
            double k = function.applyAsDouble(x);
            if (!Double.isFinite(k)) {
                throw new ArithmeticException("scale_fn(" + x + ") is " + k + " (x counts " + counts
                        + "); scale_fn must return a finite number");
            }
            return k;
        }
    }
}
