/** The command line: one schedule in bulk, or a whole hyperparameter sweep into files. */
module io.github.cycliclr.sweep {
    requires commons.math3;
    requires info.picocli;
    requires io.github.cycliclr.core;
    requires java.desktop;
    requires org.snakeyaml.engine;

    opens io.github.cycliclr.sweep.command to
            info.picocli;
}
