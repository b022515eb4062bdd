package io.github.cycliclr.contract;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Mode;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;

/** Random ranges of schedules, ordinary ones and those on which evaluators go wrong; the same for the same seed. */
public final class HardCases {
    /** A range of a curve over a shape. */
    public record Case(Shape shape, Curve curve, long first, int length) {}

    /** Every scaling that can be asked for: each mode by each scale mode, and the caller's function by each. */
    public enum Kind {
        TRIANGULAR_BY_CYCLE(Mode.TRIANGULAR, ScaleMode.CYCLE),
        TRIANGULAR_BY_ITERATION(Mode.TRIANGULAR, ScaleMode.ITERATIONS),
        TRIANGULAR2_BY_CYCLE(Mode.TRIANGULAR2, ScaleMode.CYCLE),
        TRIANGULAR2_BY_ITERATION(Mode.TRIANGULAR2, ScaleMode.ITERATIONS),
        EXP_RANGE_BY_CYCLE(Mode.EXP_RANGE, ScaleMode.CYCLE),
        EXP_RANGE_BY_ITERATION(Mode.EXP_RANGE, ScaleMode.ITERATIONS),
        CUSTOM_BY_CYCLE(null, ScaleMode.CYCLE),
        CUSTOM_BY_ITERATION(null, ScaleMode.ITERATIONS);

        private final Mode mode;
        private final ScaleMode counts;

        Kind(Mode mode, ScaleMode counts) {
            this.mode = mode;
            this.counts = counts;
        }
    }

    private static final LongToDoubleFunction[] CUSTOM = {
        x -> 1 / (1 + 1e-3 * (x % 100_000)),
        x -> 0.5 * (1 + Math.sin(x % 1000 * 0.01)),
        x -> x % 3 == 0 ? -0.75 : 1.25,
        x -> x % 2 == 0 ? 0 : 0x1p-30,
    };

    private final SplittableRandom random;

    /** Cases from a seed. */
    public HardCases(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The next case of a kind, at most {@code longest} iterations long. */
    public Case next(Kind kind, int longest) {
        Shape shape = shape(kind);
        Curve curve =
                switch (random.nextInt(4)) {
                    case 0 -> momentum();
                    case 1 -> falling(learningRate());
                    default -> learningRate();
                };
        int length = 1 + random.nextInt(longest);
        return new Case(shape, curve, Math.min(first(shape), Shape.LAST_ITERATION - length), length);
    }

    /** The next case of a kind that has many cycles in so many iterations, from some iteration on. */
    public Case nextOfManyCycles(Kind kind, int length) {
        while (true) {
            Case next = next(kind, 1);
            if (next.shape().period() < length / 20) {
                return new Case(
                        next.shape(), next.curve(), Math.min(next.first(), Shape.LAST_ITERATION - length), length);
            }
        }
    }

    /** Long ranges on which whole blocks are out of the ordinary. */
    public static List<Case> ranges() {
        List<Case> all = new ArrayList<>();
        Curve fromZero = new Curve(0, 0.1);
        for (long step : new long[] {1, 3, 100, 3000, 70_000}) {
            // The amplitude vanishes halfway: below the normal numbers of either type, and then for good.
            long zeros = 2 * step;
            all.add(new Case(shape(Mode.TRIANGULAR2, 1, null, step), fromZero, 940 * zeros, (int) (150 * zeros)));
            all.add(new Case(shape(Mode.TRIANGULAR2, 1, null, step), fromZero, 100 * zeros, (int) (60 * zeros)));
            double gamma = Math.exp(-750.0 / 200_000);
            all.add(new Case(shape(Mode.EXP_RANGE, gamma, ScaleMode.ITERATIONS, step), fromZero, 150_000, 60_000));
            all.add(new Case(shape(Mode.EXP_RANGE, gamma, ScaleMode.ITERATIONS, step), fromZero, 20_000, 20_000));
            // It passes the largest number, of either type.
            all.add(new Case(shape(Mode.EXP_RANGE, 1 / gamma, ScaleMode.ITERATIONS, step), fromZero, 160_000, 60_000));
            all.add(new Case(shape(Mode.EXP_RANGE, 1 / gamma, ScaleMode.ITERATIONS, step), fromZero, 15_000, 15_000));
            all.add(new Case(
                    shape(Mode.EXP_RANGE, 1.5, ScaleMode.CYCLE, step), fromZero, 1700 * zeros, (int) (90 * zeros)));
        }
        // Every third value is a short binary fraction, and a tie in some of the cycles; or every value is.
        for (long step : new long[] {3 << 14, 5 << 10, 1 << 15}) {
            Curve dyadic = new Curve(0.25, 0.5);
            all.add(new Case(shape(Mode.TRIANGULAR2, 1, null, step), dyadic, 0, (int) (30 * step)));
            all.add(new Case(shape(Mode.TRIANGULAR2, 1, null, step), dyadic, 58 * step, (int) (40 * step)));
            all.add(new Case(shape(Mode.TRIANGULAR2, 1, null, step), Curve.momentum(0, 0.75), 0, (int) (30 * step)));
        }
        // Ramps of a few vectors, ties on them where the step size has the divisor 3: in the overlap of the last two.
        SplittableRandom random = new SplittableRandom(202613);
        for (int i = 0; i < 400; i++) {
            long up = 3 * random.nextInt(11, 40);
            Shape shape = new Shape(up, 2100, Scaling.of(Mode.TRIANGULAR2, 1, null));
            Curve curve = Curve.momentum(random.nextDouble(0.5), random.nextDouble(0.5, 1));
            all.add(new Case(shape, curve, shape.period() * random.nextInt(4), (int) up));
        }
        // Periods that are tiled for floats only, in fills of enough of them; with ties where the step size is a power
        // of two.
        for (long step : new long[] {1100, 1999, 2048}) {
            int length = (int) (20 * step + 7);
            for (Curve curve : List.of(fromZero, new Curve(0.25, 0.5), Curve.momentum(0.8, 0.9))) {
                all.add(new Case(shape(Mode.TRIANGULAR2, 1, null, step), curve, 3 * step + 5, length));
                all.add(new Case(shape(Mode.EXP_RANGE, 0.9, ScaleMode.CYCLE, step), curve, step - 1, length));
                all.add(new Case(shape(Mode.EXP_RANGE, 0.9999, ScaleMode.ITERATIONS, step), curve, step + 1, length));
                all.add(new Case(shape(Mode.EXP_RANGE, 1.00001, ScaleMode.ITERATIONS, step), curve, 9, length));
            }
        }
        // A caller's function by which floats are ties below their normal numbers.
        for (int m = 1; m <= 50; m++) {
            double k = Math.scalb(3.0 * m, -152);
            for (long step : new long[] {12, 48, 144}) {
                Shape shape = new Shape(step, step, new Scaling.Custom(x -> k, ScaleMode.ITERATIONS));
                all.add(new Case(shape, new Curve(0, 1), 0, (int) (2 * step)));
            }
        }
        // Weights so small, beside the value at the foot, that their multiples of it are beyond the number range.
        all.add(new Case(
                new Shape(5000, 5000, new Scaling.Custom(x -> 0x1p-390, ScaleMode.ITERATIONS)),
                new Curve(1e210, 2e210),
                0,
                1000));
        all.add(new Case(
                new Shape(5, 5, new Scaling.Custom(x -> 0x1p-390, ScaleMode.CYCLE)), new Curve(1e210, 2e210), 0, 1000));
        // The amplitude passes the largest float long before it passes the value at the foot.
        all.add(new Case(shape(Mode.EXP_RANGE, 2, ScaleMode.CYCLE, 2), new Curve(0x1p140, 0), 0, 20));
        // At feet it need not be defined.
        for (int step : new int[] {1, 2, 10, 16, 17, 100}) {
            int period = 2 * step;
            for (int first : new int[] {0, 1, period, 3 * period + 1, 5 * period - 1}) {
                Shape shape = new Shape(
                        step,
                        step,
                        new Scaling.Custom(x -> x % period == 0 ? 1.0 / 0 : 1 / (1.0 + x), ScaleMode.ITERATIONS));
                all.add(new Case(shape, fromZero, first, 3000));
            }
        }
        // Cycles so short that the function's values go into tiles, or just too long for that.
        for (LongToDoubleFunction function : CUSTOM) {
            for (ScaleMode counts : ScaleMode.values()) {
                for (int up : new int[] {1, 2, 3, 5, 15, 31}) {
                    Shape shape = new Shape(up, random.nextInt(1, 20), new Scaling.Custom(function, counts));
                    all.add(new Case(shape, fromZero, random.nextInt(100), 5000));
                    all.add(new Case(
                            shape, Curve.momentum(0.25, 0.75), 1_000_000_000_000L + random.nextInt(100), 5000));
                }
            }
        }
        return all;
    }

    /** Ranges that fill arrays beyond the L2 cache, or beyond all, of either type: what is copied there differs. */
    public static List<Case> large() {
        List<Case> all = new ArrayList<>();
        for (int length : new int[] {1_500_001, 2_500_003, 9_000_001}) {
            for (long step : new long[] {1, 10, 300, 1000, 1999, 3500, 100_003}) {
                for (Scaling scaling : List.of(
                        Scaling.NONE,
                        Scaling.of(Mode.TRIANGULAR2, 1, null),
                        Scaling.of(Mode.EXP_RANGE, 0.999999, ScaleMode.CYCLE),
                        Scaling.of(Mode.EXP_RANGE, 0.9999999, ScaleMode.ITERATIONS))) {
                    all.add(new Case(new Shape(step, step + 1, scaling), new Curve(0.001, 0.006), step - 1, length));
                }
            }
        }
        return all;
    }

    private static Shape shape(Mode mode, double gamma, ScaleMode counts, long step) {
        return new Shape(step, step, Scaling.of(mode, gamma, counts));
    }

    /** A shape of a kind. */
    public Shape shape(Kind kind) {
        Scaling scaling = kind.mode == null
                ? new Scaling.Custom(custom(), kind.counts)
                : Scaling.of(kind.mode, gamma(kind.counts), kind.counts);
        long up = stepSize();
        return new Shape(up, random.nextBoolean() ? up : stepSize(), scaling);
    }

    /** Values of any size, in steps that weights of one table may take. */
    private LongToDoubleFunction custom() {
        LongToDoubleFunction function = CUSTOM[random.nextInt(CUSTOM.length)];
        double size = random.nextBoolean() ? 1 : Math.scalb(1.0, random.nextInt(-420, 420));
        return x -> size * function.applyAsDouble(x);
    }

    private static Curve falling(Curve rising) {
        return new Curve(rising.peak(), rising.rest());
    }

    private double gamma(ScaleMode counts) {
        return switch (random.nextInt(16)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> 0.5;
            case 3 -> Math.nextDown(1.0);
            case 4 -> Math.nextUp(1.0);
            case 5 -> 1 + random.nextDouble() * 1e-3;
            case 6 -> 2;
            case 7 -> random.nextDouble();
            case 8 -> 1 - 0x1p-20;
            case 14 -> 1 - 2.4999e-7; // about as far from 1 as polynomials reach
            case 15 -> 1 + 2.4999e-7;
            case 9 -> 0.99 + random.nextDouble() * 0.01;
            default -> 1 - Math.pow(10, -random.nextDouble(counts == ScaleMode.CYCLE ? 6 : 12));
        };
    }

    private long stepSize() {
        return switch (random.nextInt(9)) {
            case 8 -> 1 + random.nextLong(1L << random.nextInt(62));
            case 0 -> 1 + random.nextInt(6);
            case 1 -> 1 + random.nextInt(100);
            case 2 -> 1L << random.nextInt(41);
            case 3 -> 1 + random.nextLong(1L << 40);
            case 4 -> 3L << random.nextInt(20);
            default -> 1 + random.nextInt(20_000);
        };
    }

    private Curve learningRate() {
        double a =
                switch (random.nextInt(8)) {
                    case 0 -> 0;
                    case 7 -> (float) random.nextDouble();
                    case 1 -> random.nextInt(1, 64) * 0x1p-8;
                    case 2 -> Math.scalb(1 + random.nextDouble(), random.nextInt(-1074, 1022));
                    case 3 -> {
                        float below = (float) random.nextDouble();
                        yield (below + (double) Math.nextUp(below)) / 2; // a tie, which any amplitude breaks
                    }
                    default -> Math.pow(10, -random.nextDouble(7));
                };
        double b =
                switch (random.nextInt(8)) {
                    case 6 -> a * (1 + Math.scalb(1.0, -random.nextInt(20, 52))); // ties and near ties on the way
                    case 7 -> Math.nextUp((float) a);
                    case 0 -> a + random.nextInt(1, 64) * 0x1p-9;
                    case 1 -> a * 4;
                    case 2 -> Math.nextUp(a);
                    case 3 -> Math.scalb(1 + random.nextDouble(), random.nextInt(-1074, 1022));
                    default -> a * (1 + random.nextDouble(100)) + 1e-4;
                };
        double max = Math.min(Math.max(a, b), Double.MAX_VALUE);
        return new Curve(Math.min(a, max), max);
    }

    private Curve momentum() {
        double a = random.nextInt(4) == 0 ? 0 : random.nextDouble();
        double b = random.nextInt(4) == 0 ? 1 : random.nextDouble();
        return Curve.momentum(Math.min(a, b), Math.max(a, b));
    }

    private long first(Shape shape) {
        long foot = random.nextLong(1L << random.nextInt(1, 40)) % (1L << 50) * (shape.period() % (1L << 11));
        long halfway = shape.stepSizeUp() / 2 + shape.period() * random.nextInt(3);
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 8, 9 -> Math.max(0, halfway - random.nextInt(50));
            case 1 -> random.nextInt(10_000);
            case 2 -> 1_000_000_000_000L;
            case 3 -> Shape.LAST_ITERATION - random.nextInt(10_000);
            case 4 -> Math.max(0, Math.min(foot, 1L << 61) - random.nextInt(50));
            case 5 -> random.nextLong(4 * Math.min(shape.period(), 1L << 60));
            default -> random.nextLong(1L << random.nextInt(1, 50));
        };
    }
}
