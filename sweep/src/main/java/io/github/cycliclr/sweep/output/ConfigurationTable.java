package io.github.cycliclr.sweep.output;

import io.github.cycliclr.schedule.ParameterGroup;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.sweep.specification.Configuration;
import io.github.cycliclr.sweep.specification.Configurations;
import io.github.cycliclr.sweep.specification.Decimal;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of configurations as CSV: a line a configuration, in row order, all parameters as they take effect. The
 * momentum bounds are empty where momentum does not cycle. The bounds of a parameter group beyond the first have its name
 * before them: {@code head.base_lr}.
 */
public final class ConfigurationTable {
    private static final String HEADER = "row,base_lr,max_lr,step_size_up,step_size_down,mode,gamma,scale_mode,"
            + "cycle_momentum,base_momentum,max_momentum";

    private ConfigurationTable() {}

    /** Writes the header and the first rows. */
    public static void write(Configurations configurations, int rows, Writer out) throws IOException {
        List<String> groups = configurations.specification().groupNames();
        out.write(HEADER);
        for (String group : groups.subList(1, groups.size())) {
            for (String bound : List.of("base_lr", "max_lr", "base_momentum", "max_momentum")) {
                out.write("," + group + "." + bound);
            }
        }
        out.write("\n");
        for (int row = 0; row < rows; row++) {
            out.write(line(row, configurations.at(row)));
        }
        out.flush();
    }

    private static String line(int row, Configuration configuration) {
        Schedule schedule = configuration.schedule();
        List<String> fields = new ArrayList<>();
        ParameterGroup first = schedule.parameterGroups().get(0);
        fields.add(Integer.toString(row));
        addRate(fields, first);
        fields.add(Long.toString(schedule.shape().stepSizeUp()));
        fields.add(Long.toString(schedule.shape().stepSizeDown()));
        fields.add(configuration.mode().toString());
        fields.add(Decimal.of(configuration.gamma()));
        fields.add(schedule.shape().scaling().counts().toString());
        fields.add(Boolean.toString(first.momentum().isPresent()));
        addMomentum(fields, first);
        for (ParameterGroup group :
                schedule.parameterGroups().subList(1, schedule.parameterGroups().size())) {
            addRate(fields, group);
            addMomentum(fields, group);
        }
        return String.join(",", fields) + "\n";
    }

    private static void addRate(List<String> fields, ParameterGroup group) {
        fields.add(Decimal.of(group.learningRate().rest()));
        fields.add(Decimal.of(group.learningRate().peak()));
    }

    private static void addMomentum(List<String> fields, ParameterGroup group) {
        fields.add(group.momentum().map(curve -> Decimal.of(curve.peak())).orElse(""));
        fields.add(group.momentum().map(curve -> Decimal.of(curve.rest())).orElse(""));
    }
}
