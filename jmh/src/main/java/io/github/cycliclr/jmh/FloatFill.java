package io.github.cycliclr.jmh;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;

/** Fills a {@code float[]}. */
public class FloatFill extends ArrayFill {
    private float[] out;

    @Override
    void makeArray() {
        out = new float[size];
    }

    @Override
    void fillAndCheck() {
        Arrays.fill(out, Float.NaN);
        filler.fill(out);
        filler.check(out);
    }

    /** One fill of the whole array. */
    @Benchmark
    public float[] fill() {
        filler.fill(out);
        return out;
    }
}
