package io.github.cycliclr.kernel;

/**
 * The loops over the elements of a block.
 *
 * <p>Each computes both ends of a bracket around the real value and rounds both. Where they round alike, as all but one
 * in ten million or fewer do, this is the correctly rounded value, whatever the order or the fusion of the operations was, for the
 * bracket is wide enough for either. Where they do not, the element is set to NaN, which is never a value of a
 * schedule; the caller settles it.
 */
public interface Kernels {
    /** What these are, for people: {@code scalar}, or {@code vector, 512 bits}. */
    String description();

    /**
     * out[offset + j] = R(j), for j in {@code [0, length)}.
     *
     * @return whether every element is proven
     */
    boolean ramp(Block block, double[] out, int offset, int length);

    /**
     * out[offset + j] = R(j), for j in {@code [0, length)}.
     *
     * @return whether every element is proven
     */
    boolean ramp(Block block, float[] out, int offset, int length);

    /**
     * out[offset + j] = rest + R(j) · weight[weightFrom + j], for j in {@code [0, length)}; weights at least 0.
     *
     * @return whether every element is proven
     */
    boolean product(Block block, double[] out, int offset, int length);

    /**
     * out[offset + j] = rest + R(j) · weight[weightFrom + j], for j in {@code [0, length)}; weights at least 0.
     *
     * @return whether every element is proven
     */
    boolean product(Block block, float[] out, int offset, int length);
}
