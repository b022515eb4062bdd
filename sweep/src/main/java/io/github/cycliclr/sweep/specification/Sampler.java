package io.github.cycliclr.sweep.specification;

/** Chooses points of the unit cube, with one coordinate for each drawn parameter, by random access. */
interface Sampler {
    /** The point of a row, from 0; its coordinates are in [0, 1). */
    double[] point(int row);
}
