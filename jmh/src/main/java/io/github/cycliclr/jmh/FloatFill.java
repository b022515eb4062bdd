package io.github.cycliclr.jmh;

/** Fills a {@code float[]}. */
public class FloatFill extends ArrayFill {
    @Override
    Object array() {
        return new float[size];
    }
}
