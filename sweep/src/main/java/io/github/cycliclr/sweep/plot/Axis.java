package io.github.cycliclr.sweep.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis: title, range and ticks.
 *
 * @param logarithmic whether equal distances are equal factors; then {@code low} is above 0
 * @param ticks in order; the minor ones have an empty name
 */
public record Axis(String title, double low, double high, boolean logarithmic, List<Tick> ticks) {
    private static final int MOST_TICKS = 7;

    /** Significant digits of a tick's name; where ticks need more, an offset is subtracted from all of them. */
    private static final int DIGITS = 7;

    /** A larger quotient of the largest and the least value gets a logarithmic axis. */
    private static final double LINEAR_QUOTIENT = 30;

    /** A tick; a minor one has an empty name. */
    public record Tick(double value, String name) {}

    /**
     * A linear axis of exactly this range, except that an end which misses a tick by less than a hundredth of the range
     * is moved there: 0 to 9,999 ends at 10,000.
     */
    public static Axis linear(String title, double least, double most) {
        double room = most > least ? 0 : most == 0 ? 1 : 0.1 * Math.abs(most);
        double low = least == 0 ? 0 : least - room;
        double high = most + room;
        return linear(title, low, high, step((high - low) / MOST_TICKS), 0.01 * (high - low));
    }

    /** A linear axis from tick to tick around values; infinite values lie beyond it. */
    public static Axis around(String title, DoubleStream values) {
        DoubleSummaryStatistics finite = values.filter(Double::isFinite).summaryStatistics();
        double least = finite.getMin();
        double most = finite.getMax();
        if (least >= most) {
            return finite.getCount() == 0 ? linear(title, 0, 0) : linear(title, least, most);
        }
        BigDecimal step = step((most - least) / MOST_TICKS);
        BigDecimal rounding = step.movePointLeft(6); // a smaller excess is a rounding error
        BigDecimal low = multiple(new BigDecimal(least).add(rounding), step, RoundingMode.FLOOR);
        BigDecimal high = multiple(new BigDecimal(most).subtract(rounding), step, RoundingMode.CEILING);
        return linear(title, low.doubleValue(), high.doubleValue(), step, rounding.doubleValue());
    }

    private static Axis linear(String title, double low, double high, BigDecimal step, double tolerance) {
        BigDecimal room = new BigDecimal(tolerance);
        BigDecimal first = multiple(new BigDecimal(low).subtract(room), step, RoundingMode.CEILING);
        BigDecimal last = multiple(new BigDecimal(high).add(room), step, RoundingMode.FLOOR);
        BigDecimal offset = offset(step, low, high);
        List<Tick> ticks = new ArrayList<>();
        for (BigDecimal tick = first; tick.compareTo(last) <= 0; tick = tick.add(step)) {
            ticks.add(new Tick(tick.doubleValue(), name(tick.subtract(offset))));
        }
        double start = Math.min(low, first.doubleValue());
        double end = Math.max(high, last.doubleValue());
        return new Axis(title + minus(offset), start, end, false, List.copyOf(ticks));
    }

    /** A linear axis or, where positive values span a large range, a logarithmic one, from tick to tick. */
    static Axis linearOrLogarithmic(String title, DoubleStream values) {
        DoubleSummaryStatistics finite = values.filter(Double::isFinite).summaryStatistics();
        return finite.getMin() > 0 && finite.getMax() > LINEAR_QUOTIENT * finite.getMin()
                ? logarithmic(title, finite.getMin(), finite.getMax())
                : around(title, DoubleStream.of(finite.getMin(), finite.getMax()));
    }

    /** A logarithmic axis from named tick to named tick around the range, with minor ticks unless the decades are many. */
    public static Axis logarithmic(String title, double least, double most) {
        int first = (int) Math.floor(Math.log10(least) + 1e-9);
        int last = (int) Math.ceil(Math.log10(most) - 1e-9);
        int step = (last - first) / MOST_TICKS + 1;
        List<Integer> named = last - first <= MOST_TICKS / 2 ? List.of(1, 2, 5) : List.of(1);
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit = 1; digit <= (step == 1 && exponent < last ? 9 : 1); digit++) {
                BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                boolean hasName = (last - exponent) % step == 0 && named.contains(digit);
                if (hasName || step <= MOST_TICKS) {
                    ticks.add(new Tick(value.doubleValue(), hasName ? name(value) : ""));
                }
            }
        }
        Supplier<DoubleStream> ends =
                () -> ticks.stream().filter(tick -> !tick.name().isEmpty()).mapToDouble(Tick::value);
        double low = ends.get().filter(end -> end <= least * (1 + 1e-9)).max().orElse(least);
        double high = ends.get().filter(end -> end >= most * (1 - 1e-9)).min().orElse(most);
        ticks.removeIf(tick -> tick.value() < low || tick.value() > high);
        return new Axis(title + ", logarithmic", low, high, true, List.copyOf(ticks));
    }

    /** Categories at 0, 1, 2 and so on, with half a unit of room at either end. */
    public static Axis categories(String title, List<String> names) {
        List<Tick> ticks = IntStream.range(0, names.size())
                .mapToObj(i -> new Tick(i, names.get(i)))
                .toList();
        return new Axis(title, -0.5, names.size() - 0.5, false, ticks);
    }

    /** The position of a value, from 0 to 1; a value outside the range is moved to its end. */
    double position(double value) {
        double within = Math.max(low, Math.min(high, value));
        return logarithmic ? Math.log(within / low) / Math.log(high / low) : (within - low) / (high - low);
    }

    private static BigDecimal multiple(BigDecimal value, BigDecimal step, RoundingMode rounding) {
        return value.divide(step, 0, rounding).multiply(step);
    }

    /** The smallest of 1, 2 and 5 times a power of ten that is not below. */
    private static BigDecimal step(double least) {
        int exponent = (int) Math.floor(Math.log10(least));
        for (int digit : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= least * (1 - 1e-12)) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }

    /** The number subtracted from the names of ticks that would otherwise be too long or all alike; mostly 0. */
    private static BigDecimal offset(BigDecimal step, double low, double high) {
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(step.precision() - step.scale() - 1);
        if (Math.max(Math.abs(low), Math.abs(high))
                < unit.scaleByPowerOfTen(DIGITS).doubleValue()) {
            return BigDecimal.ZERO;
        }
        return multiple(new BigDecimal(low), unit.scaleByPowerOfTen(2), RoundingMode.FLOOR);
    }

    private static String minus(BigDecimal offset) {
        BigDecimal size = offset.abs();
        String digits = size.scale() > 0
                ? size.stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%,d", size.toBigInteger());
        return offset.signum() == 0 ? "" : (offset.signum() > 0 ? " \u2212 " : " + ") + digits;
    }

    /** 12,000, 0.05, 2e-5 or 2e9. */
    static String name(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(DIGITS)).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent > 8) {
            return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
        }
        return rounded.scale() > 0
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%,d", rounded.longValueExact());
    }
}
