package io.github.cycliclr.sweep.specification;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The Sobol sequence in the direction numbers of Joe and Kuo, without its first point, which is all zeros.
 *
 * <p>A seed other than 0 shifts it digitally: the 52 bits of each coordinate are combined by exclusive or with 52
 * random bits of its dimension, which keeps the evenness of the sequence.
 */
final class SobolSampler implements Sampler {
    private static final double CELLS = 0x1p52;

    private final SobolSequenceGenerator sequence;
    private final long[] shift;

    /** @throws org.apache.commons.math3.exception.OutOfRangeException beyond 1000 dimensions */
    SobolSampler(int dimensions, long seed) {
        sequence = new SobolSequenceGenerator(dimensions);
        shift = new long[dimensions];
        RandomSampler random = new RandomSampler(dimensions, seed);
        for (int d = 0; d < dimensions && seed != 0; d++) {
            shift[d] = random.bits(d) >>> 12;
        }
    }

    @Override
    public synchronized double[] point(int row) {
        double[] point = sequence.skipTo(row + 1);
        for (int d = 0; d < point.length; d++) {
            point[d] = ((long) (point[d] * CELLS) ^ shift[d]) / CELLS;
        }
        return point;
    }
}
