package io.github.cycliclr.sweep.verify;

/** The values of a sweep that are verified. */
public enum Extent {
    /** Some values of each array, with the exact evaluator. */
    SAMPLE,

    /** The sample, all values with the bulk evaluator, and the checksums. */
    ALL,

    /** All values with the exact evaluator, which takes microseconds a value, and the checksums. */
    EXACT
}
