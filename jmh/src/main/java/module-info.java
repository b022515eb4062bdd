/**
 * The benchmarks. They run on the class path, out of one jar, as JMH starts its forks; the descriptor holds the module to
 * core's exported packages at compile time.
 */
open module io.github.cycliclr.jmh {
    requires com.fasterxml.jackson.databind;
    requires io.github.cycliclr.core;
    requires jmh.core;
}
