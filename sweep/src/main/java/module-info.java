import org.jspecify.annotations.NullMarked;

/** The command line: one schedule in bulk, or a whole hyperparameter sweep into files. */
@NullMarked
module io.github.cycliclr.sweep {
    exports io.github.cycliclr.sweep.plot to
            io.github.cycliclr.jmh;

    requires commons.math3;
    requires io.github.cycliclr.core;
    requires java.desktop;
    requires org.apache.commons.cli;
    requires org.snakeyaml.engine;
    requires static org.jspecify;
}
