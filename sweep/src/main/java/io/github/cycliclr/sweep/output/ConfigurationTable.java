package io.github.cycliclr.sweep.output;

import io.github.cycliclr.schedule.Curve;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.specification.Configuration;
import io.github.cycliclr.sweep.specification.Configurations;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * The table of configurations as CSV: a line a configuration, in row order, all parameters as they take effect. The
 * momentum bounds are empty where momentum does not cycle.
 */
public final class ConfigurationTable {
    private static final String HEADER = "row,base_lr,max_lr,step_size_up,step_size_down,mode,gamma,scale_mode,"
            + "cycle_momentum,base_momentum,max_momentum\n";

    private ConfigurationTable() {}

    /** Writes the header and the first rows. */
    public static void write(Configurations configurations, int rows, Writer out) throws IOException {
        out.write(HEADER);
        for (int row = 0; row < rows; row++) {
            out.write(line(row, configurations.at(row), configurations.schedule(row)));
        }
        out.flush();
    }

    private static String line(int row, Configuration configuration, Schedule schedule) {
        Curve rate = schedule.learningRate();
        Optional<Curve> momentum = schedule.momentum();
        return String.join(
                        ",",
                        Integer.toString(row),
                        Decimal.of(rate.rest()),
                        Decimal.of(rate.peak()),
                        Long.toString(schedule.shape().stepSizeUp()),
                        Long.toString(schedule.shape().stepSizeDown()),
                        configuration.mode().toString(),
                        Decimal.of(configuration.gamma()),
                        schedule.shape().scaling().counts().toString(),
                        Boolean.toString(momentum.isPresent()),
                        momentum.map(curve -> Decimal.of(curve.peak())).orElse(""),
                        momentum.map(curve -> Decimal.of(curve.rest())).orElse(""))
                + "\n";
    }
}
