package io.github.cycliclr.jmh;

/** Fills a {@code double[]}. */
public class DoubleFill extends ArrayFill {
    @Override
    Object array() {
        return new double[size];
    }
}
