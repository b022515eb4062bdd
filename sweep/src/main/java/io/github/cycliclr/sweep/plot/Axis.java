package io.github.cycliclr.sweep.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The range of an axis, and where its ticks are.
 *
 * @param logarithmic whether equal distances are equal factors; then low is above 0
 */
record Axis(double low, double high, boolean logarithmic) {
    private static final int MOST_TICKS = 7;

    /** Of the names of ticks; what needs more to be told apart is named by what it is above an offset. */
    private static final int DIGITS = 7;

    /** Within this factor numbers are told apart better by their differences. */
    private static final double FACTOR = 30;

    /** A tick. */
    record Tick(double value, String name) {}

    /** From the least to the most, with some room where there is nothing between them. */
    static Axis linear(double least, double most) {
        double room = most > least ? 0 : most == 0 ? 1 : 0.1 * Math.abs(most);
        return new Axis(least - (least == 0 ? 0 : room), most + room, false);
    }

    /** From the least of some values to the largest; infinite ones are beyond it. */
    static Axis linear(DoubleStream values) {
        DoubleSummaryStatistics finite = values.filter(Double::isFinite).summaryStatistics();
        return finite.getCount() == 0 ? linear(0, 0) : linear(finite.getMin(), finite.getMax());
    }

    /** Linear, or logarithmic where values above 0 have a large range. */
    static Axis of(DoubleStream values) {
        Axis axis = linear(values);
        return axis.low > 0 && axis.high > FACTOR * axis.low ? new Axis(axis.low, axis.high, true) : axis;
    }

    /** Where a value stands, from 0 to 1, which are also the places of what is beyond. */
    double part(double value) {
        double within = Math.max(low, Math.min(high, value));
        return logarithmic ? Math.log(within / low) / Math.log(high / low) : (within - low) / (high - low);
    }

    /** Round numbers within the range. */
    List<Tick> ticks() {
        return logarithmic ? powers() : multiples();
    }

    private List<Tick> multiples() {
        BigDecimal step = step((high - low) / MOST_TICKS);
        List<Tick> ticks = new ArrayList<>();
        // What is a rounding error outside the range is within it.
        BigDecimal room = step.movePointLeft(6);
        BigDecimal first = new BigDecimal(low).subtract(room).divide(step, 0, RoundingMode.CEILING);
        BigDecimal offset = offset();
        for (BigDecimal tick = first.multiply(step); tick.subtract(room).doubleValue() <= high; tick = tick.add(step)) {
            ticks.add(new Tick(tick.doubleValue(), name(tick.subtract(offset))));
        }
        return ticks;
    }

    /** What is taken off the names of ticks, which would be too long, or all alike; mostly 0. */
    private BigDecimal offset() {
        BigDecimal step = step((high - low) / MOST_TICKS);
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(step.precision() - step.scale() - 1);
        double largest = Math.max(Math.abs(low), Math.abs(high));
        if (logarithmic || largest < unit.scaleByPowerOfTen(DIGITS).doubleValue()) {
            return BigDecimal.ZERO;
        }
        BigDecimal round = unit.scaleByPowerOfTen(2);
        return new BigDecimal(low).divide(round, 0, RoundingMode.FLOOR).multiply(round);
    }

    /** The title of the axis of a quantity, with what is taken off the names of its ticks. */
    String title(String quantity) {
        BigDecimal offset = offset();
        if (offset.signum() == 0) {
            return quantity;
        }
        String sign = offset.signum() > 0 ? " \u2212 " : " + ";
        BigDecimal size = offset.abs();
        return quantity
                + sign
                + (size.scale() > 0
                        ? size.stripTrailingZeros().toPlainString()
                        : String.format(Locale.ROOT, "%,d", size.toBigInteger()));
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

    private List<Tick> powers() {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int each = (last - first) / MOST_TICKS + 1;
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first - 1; exponent <= last; exponent += each) {
            for (int digit : each == 1 && last - first < MOST_TICKS / 2 ? new int[] {1, 2, 5} : new int[] {1}) {
                BigDecimal tick = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (tick.doubleValue() >= low * (1 - 1e-9) && tick.doubleValue() <= high * (1 + 1e-9)) {
                    ticks.add(new Tick(tick.doubleValue(), name(tick)));
                }
            }
        }
        return ticks;
    }

    /** 12,000, 0.05, 2e-5 or 2e9. */
    static String name(BigDecimal number) {
        BigDecimal short7 = number.round(new MathContext(DIGITS)).stripTrailingZeros();
        if (short7.signum() == 0) {
            return "0";
        }
        int exponent = short7.precision() - short7.scale() - 1;
        if (exponent < -4 || exponent > 8) {
            BigDecimal digits = short7.movePointLeft(exponent).stripTrailingZeros();
            return digits.toPlainString() + "e" + exponent;
        }
        if (short7.scale() > 0) {
            return short7.toPlainString();
        }
        return String.format(Locale.ROOT, "%,d", short7.longValueExact());
    }
}
