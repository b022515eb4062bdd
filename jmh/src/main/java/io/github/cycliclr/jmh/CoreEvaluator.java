package io.github.cycliclr.jmh;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.evaluate.ReferenceEvaluator;
import io.github.cycliclr.jmh.OutputCheck.Precision;
import io.github.cycliclr.kernel.KernelChoice;
import io.github.cycliclr.kernel.Kernels;
import io.github.cycliclr.kernel.ScalarKernels;
import io.github.cycliclr.schedule.Shape;

/** An evaluator of core, with its name as a value of the parameter {@code evaluator}. */
record CoreEvaluator(String name, Evaluator evaluator) {
    /** Calls of {@link KernelChoice#warmUp}, each of which returns after four seconds at the latest. */
    private static final int MAX_WARM_UPS = 15;

    /**
     * An evaluator whose kernels may not be compiled yet.
     *
     * @throws IllegalStateException if vector is named and the best kernels are scalar: the time of scalar kernels must
     *     not be reported as that of vector
     */
    static CoreEvaluator of(String name, Shape shape) {
        Evaluator evaluator =
                switch (name) {
                    case "textbook" -> new ReferenceEvaluator(shape);
                    case "portable" -> BulkEvaluator.of(shape, ScalarKernels.INSTANCE);
                    case "vector" -> BulkEvaluator.of(shape, vectorKernels());
                    case "bulk" -> BulkEvaluator.of(shape);
                    default ->
                        throw new IllegalArgumentException(
                                "evaluator is " + name + "; it must be textbook, portable, vector or bulk");
                };
        return new CoreEvaluator(name, evaluator);
    }

    private static Kernels vectorKernels() {
        KernelChoice best = KernelChoice.best();
        if (!best.name().equals("vector")) {
            throw new IllegalStateException("no vector kernels run here: " + best.reason());
        }
        return best.kernels();
    }

    /**
     * An evaluator whose kernels are compiled: the warm-up of a benchmark calls some of them too rarely, and before they are
     * compiled vector kernels are thousands of times slower.
     *
     * @throws IllegalStateException as {@link #of}, and if the kernels are not compiled within a minute
     */
    static CoreEvaluator warm(String name, Shape shape) {
        CoreEvaluator made = of(name, shape);
        boolean usesVectors = (name.equals("vector") || name.equals("bulk"))
                && KernelChoice.lasting().name().equals("vector");
        for (int calls = 0; usesVectors && !KernelChoice.isWarm(); calls++) {
            if (calls == MAX_WARM_UPS) {
                throw new IllegalStateException("the vector kernels are not compiled after a minute, not to be timed:"
                        + " other processes keep the processors busy");
            }
            KernelChoice.warmUp();
        }
        return made;
    }

    /** @throws IllegalArgumentException if this is the textbook formula */
    BulkEvaluator bulk() {
        if (evaluator instanceof BulkEvaluator bulk) {
            return bulk;
        }
        throw new IllegalArgumentException("evaluator is " + name + "; it must be portable, vector or bulk");
    }

    Precision precision() {
        return evaluator instanceof BulkEvaluator ? Precision.CORRECTLY_ROUNDED : Precision.DOUBLE;
    }

    Filler filler(Workload workload, Output output) {
        OutputCheck check = new OutputCheck(workload, precision());
        Runnable fill = output.array() instanceof double[] doubles
                ? () -> evaluator.fill(workload.curve(), workload.first(), doubles)
                : () -> evaluator.fill(workload.curve(), workload.first(), (float[]) output.array());
        return new LocalFiller(description(), output, fill, () -> check.accept(output));
    }

    /** The name and the kernels that really run. This loads the kernels, so not before a cold fill is timed. */
    String description() {
        if (!(evaluator instanceof BulkEvaluator bulk)) {
            return name;
        }
        boolean cold = bulk.kernels() == KernelChoice.warming() && !KernelChoice.isWarm();
        Kernels kernels = cold ? ScalarKernels.INSTANCE : bulk.kernels();
        return name + " (kernels: " + kernels.description() + ")";
    }
}
