package io.github.cycliclr.sweep.specification;

import java.util.List;

/**
 * Every combination of the values, the last parameter of the file varying fastest.
 *
 * @param sizes how many values each parameter has
 */
record GridSampler(List<Integer> sizes) implements Sampler {
    @Override
    public double[] point(int row) {
        double[] point = new double[sizes.size()];
        int rest = row;
        for (int d = point.length - 1; d >= 0; d--) {
            int size = sizes.get(d);
            point[d] = (rest % size + 0.5) / size; // the middle of the value's share of [0, 1)
            rest /= size;
        }
        return point;
    }

    /** How many combinations there are, or {@code limit} if there are more. */
    long count(long limit) {
        long count = 1;
        for (int size : sizes) {
            count = Math.min(limit, count * size);
        }
        return count;
    }
}
