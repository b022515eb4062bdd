package io.github.cycliclr.sweep.forecast;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.ScaleMode;
import io.github.cycliclr.schedule.Scaling;
import io.github.cycliclr.schedule.Shape;

/**
 * The mean of a learning rate over a range of iterations, in closed form. The weights of all sums are positive and do not
 * grow, so that nothing overflows and little cancels; the relative error is below 1e-10.
 */
final class Mean {
    private final long up;
    private final long down;
    private final long period;
    private final boolean byCycle;

    /** Logarithm of the ratio of the scaling, for each cycle or each iteration; at most 0. */
    private final double log;

    private Mean(long up, long down, boolean byCycle, double log) {
        this.up = up;
        this.down = down;
        this.period = up + down;
        this.byCycle = byCycle;
        this.log = log;
    }

    /** The mean over iterations [first, first + count). */
    static double of(Shape shape, Scaling.Geometric scaling, Curve rate, long first, long count) {
        double amplitude = rate.peak() - rate.rest();
        if (amplitude == 0 || scaling.ratio() == 0) { // 0^x is 1 for x = 0 only, which is a trough
            return rate.rest();
        }
        boolean byCycle = scaling.counts() == ScaleMode.CYCLE;
        double log = Math.log(scaling.ratio());
        long period = shape.period();
        double sum;
        long x; // the argument of the scaling where it is largest
        if (log <= 0) {
            sum = new Mean(shape.stepSizeUp(), shape.stepSizeDown(), byCycle, log).sum(first % period, count);
            x = byCycle ? first / period + 1 : first;
        } else { // in reverse order, where each cycle begins with the trough of the next one
            long last = first + count - 1;
            long position = (period - last % period) % period;
            sum = new Mean(shape.stepSizeDown(), shape.stepSizeUp(), byCycle, -log).sum(position, count);
            x = byCycle ? Math.floorDiv(last - 1, period) + 1 : last;
        }
        double mean = scaling.factor() * sum / count;
        return rate.rest() + Math.exp(Math.log(amplitude) + Math.log(mean) + log * x);
    }

    /** The sum of f·k over count iterations from a position in a cycle, relative to k at the first. */
    private double sum(long position, long count) {
        long head = period - position;
        if (count <= head) {
            return ramps(position, position + count);
        }
        double cycleLog = byCycle ? log : log * period;
        long cycles = (count - head) / period;
        long tail = (count - head) % period;
        double rest = ramps(0, period) * powers(cycleLog, cycles) + Math.exp(cycleLog * cycles) * ramps(0, tail);
        return ramps(position, period) + Math.exp(byCycle ? log : log * head) * rest;
    }

    /** The same for positions [from, to) of one cycle. */
    private double ramps(long from, long to) {
        double perIteration = byCycle ? 0 : log;
        long peak = Math.min(Math.max(from, up), to);
        double rising = from * powers(perIteration, peak - from) + multiples(perIteration, peak - from);
        // At most half cancels: with weights that do not grow, multiples are at most (n - 1)/2 times powers.
        double falling = (period - peak) * powers(perIteration, to - peak) - multiples(perIteration, to - peak);
        return rising / up + Math.exp(perIteration * (peak - from)) * falling / down;
    }

    /** The sum of e^(log·i) for i in [0, n). */
    private static double powers(double log, long n) {
        return log == 0 ? n : Math.expm1(log * n) / Math.expm1(log);
    }

    /** The sum of i·e^(log·i) for i in [0, n), by halves: the closed form cancels where log is near 0. */
    private static double multiples(double log, long n) {
        if (n == 0) {
            return 0;
        }
        if (n % 2 == 1) {
            return multiples(log, n - 1) + (n - 1) * Math.exp(log * (n - 1));
        }
        long half = n / 2;
        double sum = multiples(log, half);
        return sum + Math.exp(log * half) * (sum + half * powers(log, half));
    }
}
