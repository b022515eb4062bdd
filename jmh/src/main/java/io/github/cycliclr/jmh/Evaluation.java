package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.ScalarKernels;

/** An evaluator of core that fills the range of a workload. */
record Evaluation(String name, Evaluator evaluator, Workload workload, OutputCheck check) implements Filler {
    /** Names the kernels, which loads them: not for before a first fill that is timed. */
    @Override
    public String description() {
        if (!(evaluator instanceof BulkEvaluator bulk)) {
            return name;
        }
        boolean cold = bulk.kernels() == KernelChoice.warming() && !KernelChoice.isWarm();
        return description(name, cold ? ScalarKernels.INSTANCE : bulk.kernels());
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
