/**
 * How the values of a schedule are computed.
 *
 * <p>Three evaluators have three jobs. The {@linkplain io.github.cycliclr.evaluate.BulkEvaluator bulk} evaluator is the
 * one to use: correctly rounded, and fast. The {@linkplain io.github.cycliclr.evaluate.ExactEvaluator exact} evaluator
 * computes in arbitrary precision and is the judge of the bulk evaluator. The
 * {@linkplain io.github.cycliclr.evaluate.ReferenceEvaluator reference} evaluator is the textbook formula in plain
 * double arithmetic, as PyTorch computes it, with the error that this arithmetic has.
 *
 * <p>The bulk evaluator has two ways. Small fills go by what is kept of a curve ({@code SmallFills}): a block around the
 * last of them ({@code Recent}), or numbers for any place ({@code Anywhere}). All others ({@code Fill}) are walked through
 * block by block ({@code Walk}), but for what is periodic and copied ({@code Periodic}). The numbers of a block are set up for
 * each curve ({@code Target}, {@code BlockSetup}) and given to kernels; what these leave unproven is settled element by element
 * ({@code Element}), at last by the exact evaluator.
 */
package io.github.cycliclr.evaluate;
