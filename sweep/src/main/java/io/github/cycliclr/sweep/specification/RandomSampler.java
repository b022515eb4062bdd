package io.github.cycliclr.sweep.specification;

/**
 * Independent draws: coordinate d of row i is number i · dimensions + d of the SplitMix64 sequence that starts at the
 * seed, its upper 53 bits as a fraction. This is the sequence of {@code new SplittableRandom(seed).nextLong()}, written
 * out because a counter gives random access and because the bits must not depend on the JDK.
 */
record RandomSampler(int dimensions, long seed) implements Sampler {
    @Override
    public double[] point(int row) {
        double[] point = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            point[d] = (bits((long) row * dimensions + d) >>> 11) * 0x1p-53;
        }
        return point;
    }

    /** A number of the sequence; Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014). */
    long bits(long index) {
        long z = seed + (index + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
