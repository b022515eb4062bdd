package io.github.cycliclr.schedule;

import java.util.ArrayList;
import java.util.List;

/** The rules of the definition's table; each check returns what is wrong, in the words of the user's parameters. */
final class Rules {
    private static final long MAX_STEP_SIZE = 1L << 61;

    private Rules() {}

    static List<String> learningRate(double base, double max) {
        List<String> wrong = new ArrayList<>();
        boolean baseOk = finiteAndNotNegative(base);
        if (!baseOk) {
            wrong.add("base_lr is " + base + "; it must be finite and at least 0");
        }
        if (!Double.isFinite(max)) {
            wrong.add("max_lr is " + max + "; it must be finite and at least base_lr");
        } else if (baseOk && max < base) {
            wrong.add("max_lr is " + max + ", below base_lr " + base + "; it must be finite and at least base_lr");
        } else if (!baseOk && max < 0) {
            wrong.add("max_lr is " + max + "; it must be at least 0");
        }
        return wrong;
    }

    static List<String> momentum(double base, double max) {
        List<String> wrong = new ArrayList<>();
        boolean baseOk = base >= 0 && base <= 1;
        boolean maxOk = max >= 0 && max <= 1;
        if (!baseOk) {
            wrong.add("base_momentum is " + base + "; it must be from 0 to 1");
        }
        if (!maxOk) {
            wrong.add("max_momentum is " + max + "; it must be from 0 to 1");
        }
        if (baseOk && maxOk && base > max) {
            wrong.add("base_momentum is " + base + ", above max_momentum " + max + "; it must be at most max_momentum");
        }
        return wrong;
    }

    static List<String> stepSize(String name, long iterations) {
        return iterations >= 1 && iterations <= MAX_STEP_SIZE
                ? List.of()
                : List.of(name + " is " + iterations + "; it must be a number of iterations from 1 to 2^61");
    }

    static List<String> gamma(double gamma) {
        return finiteAndNotNegative(gamma)
                ? List.of()
                : List.of("gamma is " + gamma + "; it must be finite and at least 0");
    }

    private static boolean finiteAndNotNegative(double x) {
        return x >= 0 && x <= Double.MAX_VALUE;
    }
}
