package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.kernel.Kernels;

/** An evaluator of core that fills the range of a workload. */
record Evaluation(String name, Evaluator evaluator, Workload workload, OutputCheck check) implements Filler {
    /** Names the kernels, which loads them: not for before a first fill that is timed. */
    @Override
    public String description() {
        return evaluator instanceof BulkEvaluator bulk ? description(name, bulk.kernels()) : name;
    }

    static String description(String name, Kernels kernels) {
        return name + " (kernels: " + kernels.description() + ")";
    }

    @Override
    public void fill(double[] out) {
        evaluator.fill(workload.curve(), workload.first(), out, 0, out.length);
    }

    @Override
    public void fill(float[] out) {
        evaluator.fill(workload.curve(), workload.first(), out, 0, out.length);
    }

    @Override
    public void check(double[] out) {
        check.accept(out);
    }

    @Override
    public void check(float[] out) {
        check.accept(out);
    }
}
