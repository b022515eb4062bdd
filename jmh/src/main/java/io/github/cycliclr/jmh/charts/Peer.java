package io.github.cycliclr.jmh.charts;

/** An evaluator of the comparison, as people know it. */
enum Peer {
    MEMSET("memset", "memset in C", true),
    ARRAYCOPY("arraycopy", "System.arraycopy", true),
    ARRAYS_FILL("arrays_fill", "Arrays.fill", true),
    VECTOR("vector", "this project", false),
    PORTABLE("portable", "the same, scalar", false),
    C("c", "loop in C", false),
    TEXTBOOK("textbook", "loop in Java", false),
    NUMPY("numpy", "NumPy", false),
    DJL("djl", "DJL", false),
    PYTORCH("pytorch", "PyTorch", false);

    /** The parameter of the benchmarks. */
    final String evaluator;

    final String label;

    /** Writes the array and computes nothing. */
    final boolean roof;

    Peer(String evaluator, String label, boolean roof) {
        this.evaluator = evaluator;
        this.label = label;
        this.roof = roof;
    }
}
