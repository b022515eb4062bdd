import org.jspecify.annotations.NullMarked;

/**
 * The benchmarks. The descriptor holds them to core's exported packages when they are compiled; they run on the class
 * path, out of one jar, because that is how JMH starts its forks. JMH is not modular itself: {@code jmh.core} is named
 * after its file.
 */
@NullMarked
open module io.github.cycliclr.jmh {
    requires ai.djl.api;
    requires com.fasterxml.jackson.databind;
    requires io.github.cycliclr.core;
    requires java.desktop;
    requires jmh.core;
    requires io.github.cycliclr.sweep;
    requires static org.jspecify;
}
