package io.github.cycliclr.kernel;

/** The loops over the elements of a block. */
public interface Kernels {
    /** What these are, for people: {@code scalar}, or {@code vector, 512 bits}. */
    String description();
}
