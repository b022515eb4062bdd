package io.github.cycliclr.jmh;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;

/** Fills a {@code double[]}. */
public class DoubleFill extends ArrayFill {
    private double[] out;

    @Override
    void makeArray() {
        out = new double[size];
    }

    @Override
    void fillAndCheck() {
        Arrays.fill(out, Double.NaN);
        filler.fill(out);
        filler.fetch(out);
        filler.check(out);
    }

    /** One fill of the whole array. */
    @Benchmark
    public double[] fill() {
        filler.fill(out);
        return out;
    }
}
