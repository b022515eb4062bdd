/** Cyclical learning-rate schedules: what they are and how they are evaluated, correctly rounded. */
module io.github.cycliclr.core {
    exports io.github.cycliclr.schedule;
    exports io.github.cycliclr.evaluate;
    exports io.github.cycliclr.kernel;

    uses io.github.cycliclr.kernel.KernelProvider;
}
