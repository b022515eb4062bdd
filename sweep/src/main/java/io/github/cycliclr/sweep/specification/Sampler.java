package io.github.cycliclr.sweep.specification;

/** Chooses points of the unit cube, with one coordinate for each drawn parameter, by random access. */
interface Sampler {
    /**
     * A point.
     *
     * @param row from 0
     * @return coordinates in [0, 1)
     */
    double[] point(int row);
}
