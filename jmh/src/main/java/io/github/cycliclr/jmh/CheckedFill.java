package io.github.cycliclr.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A fill whose values are checked before it is timed, and again afterwards, when all code is compiled. */
public abstract class CheckedFill extends FillBenchmark {
    private Filler filler;

    abstract Filler filler();

    /** The number of fills to check. */
    int checks() {
        return 1;
    }

    /** Makes the filler, prints its description and checks it. */
    @Setup
    public void prepare() {
        filler = filler();
        Surroundings.print(filler.description());
        check();
    }

    /** Checks the filler again. */
    @TearDown
    public void checkAgain() {
        try (Filler timed = filler) {
            check();
        }
    }

    private void check() {
        for (int i = 0; i < checks(); i++) {
            filler.fillAndCheck();
        }
    }

    /** One fill. Its stores are not dead code, because the array is reachable from this object. */
    @Benchmark
    public void fill() {
        filler.fill();
    }
}
