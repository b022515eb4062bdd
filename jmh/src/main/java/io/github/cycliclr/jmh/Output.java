package io.github.cycliclr.jmh;

import java.util.Arrays;

/** The array that a fill writes: a {@code double[]} or a {@code float[]}. */
record Output(Object array) {
    Output {
        if (!(array instanceof double[] || array instanceof float[])) {
            throw new IllegalArgumentException("the output must be a double[] or a float[]");
        }
    }

    boolean isFloat() {
        return array instanceof float[];
    }

    int length() {
        return array instanceof double[] doubles ? doubles.length : ((float[]) array).length;
    }

    double get(int i) {
        return array instanceof double[] doubles ? doubles[i] : ((float[]) array)[i];
    }

    /** The unit in the last place of an element, in the array's type. */
    double ulp(int i) {
        return array instanceof double[] doubles ? Math.ulp(doubles[i]) : Math.ulp(((float[]) array)[i]);
    }

    /** Writes one value to all elements. */
    void fill(double value) {
        if (array instanceof double[] doubles) {
            Arrays.fill(doubles, value);
        } else {
            Arrays.fill((float[]) array, (float) value);
        }
    }
}
