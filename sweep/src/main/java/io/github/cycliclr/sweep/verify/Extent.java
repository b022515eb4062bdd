package io.github.cycliclr.sweep.verify;

/** How much of a sweep is verified. */
public enum Extent {
    /** Some values of each array, with the exact evaluator. */
    SAMPLE,

    /** Those, all with the bulk evaluator, and the checksums. */
    ALL,

    /** All with the exact evaluator, which takes microseconds a value, and the checksums. */
    EXACT
}
