package io.github.cycliclr.jmh;

/** A line in the output of each fork: the evaluator that really runs, and its JVM. */
final class Surroundings {
    private Surroundings() {}

    static void print(String evaluator) {
        System.out.printf(
                "%n# Evaluator: %s, on %s %s%n",
                evaluator, System.getProperty("java.vm.name"), System.getProperty("java.vm.version"));
    }
}
