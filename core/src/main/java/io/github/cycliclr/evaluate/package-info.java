/**
 * How the values of a schedule are computed.
 *
 * <p>Three evaluators have three jobs. The {@linkplain io.github.cycliclr.evaluate.BulkEvaluator bulk} evaluator is the
 * one to use: correctly rounded, and fast. The {@linkplain io.github.cycliclr.evaluate.ExactEvaluator exact} evaluator
 * computes in arbitrary precision and is the judge of the bulk evaluator. The
 * {@linkplain io.github.cycliclr.evaluate.ReferenceEvaluator reference} evaluator is the textbook formula in plain
 * double arithmetic, as PyTorch computes it, with the error that this arithmetic has.
 */
package io.github.cycliclr.evaluate;
