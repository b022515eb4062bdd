package io.github.cycliclr.jmh;

import java.util.List;

/** A filler in this JVM. */
record LocalFiller(String description, List<Output> outputs, Runnable operation, Runnable verification)
        implements Filler {
    LocalFiller(String description, Output output, Runnable operation, Runnable verification) {
        this(description, List.of(output), operation, verification);
    }

    @Override
    public void clear() {
        outputs.forEach(output -> output.fill(Double.NaN));
    }

    @Override
    public void fill() {
        operation.run();
    }

    @Override
    public void check() {
        verification.run();
    }
}
