package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.BulkEvaluator;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.specification.Configurations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Consecutive rows whose schedules and evaluators are in memory together; rows of one shape share an evaluator. */
final class Band {
    /** Rows a band: enough that an iteration of a band is worth a write, few enough to stay small in memory. */
    static final int ROWS = 512;

    private final int firstRow;
    private final List<Schedule> schedules;
    private final Map<Shape, BulkEvaluator> evaluators = new ConcurrentHashMap<>();

    Band(Configurations configurations, int firstRow) {
        this.firstRow = firstRow;
        int end = (int) Math.min(configurations.count(), (long) firstRow + ROWS);
        this.schedules = IntStream.range(firstRow, end)
                .mapToObj(configurations::schedule)
                .toList();
    }

    int rows() {
        return schedules.size();
    }

    Schedule schedule(int row) {
        return schedules.get(row - firstRow);
    }

    BulkEvaluator evaluator(int row) {
        return evaluators.computeIfAbsent(schedule(row).shape(), BulkEvaluator::of);
    }
}
