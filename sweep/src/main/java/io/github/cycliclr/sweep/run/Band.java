package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import io.github.cycliclr.sweep.specification.Configurations;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Consecutive rows whose schedules are in memory together; rows of one shape share an evaluator. Thread-safe. */
final class Band {
    private final int firstRow;
    private final List<Schedule> schedules;
    private final List<SharedEvaluator> evaluators;

    Band(Tiling tiling, int firstRow, Function<Shape, Evaluator> factory) {
        this.firstRow = firstRow;
        Configurations configurations = tiling.sweep().configurations();
        int rows = Math.min(tiling.bandRows(), configurations.count() - firstRow);
        schedules = IntStream.range(firstRow, firstRow + rows)
                .mapToObj(configurations::schedule)
                .toList();
        Map<Shape, SharedEvaluator> shared = new HashMap<>();
        evaluators = schedules.stream()
                .map(schedule -> shared.computeIfAbsent(schedule.shape(), shape -> new SharedEvaluator(shape, factory)))
                .toList();
    }

    boolean holds(int row) {
        return row >= firstRow && row < firstRow + schedules.size();
    }

    Schedule schedule(int row) {
        return schedules.get(row - firstRow);
    }

    Evaluator evaluator(int row) {
        return evaluators.get(row - firstRow).get();
    }

    /** An evaluator has up to 80 KB and is cheap to make again: where the heap is small, not all of a band are kept. */
    private static final class SharedEvaluator {
        private final Shape shape;
        private final Function<Shape, Evaluator> factory;
        private volatile SoftReference<Evaluator> kept = new SoftReference<>(null);

        SharedEvaluator(Shape shape, Function<Shape, Evaluator> factory) {
            this.shape = shape;
            this.factory = factory;
        }

        Evaluator get() {
            Evaluator evaluator = kept.get();
            if (evaluator == null) {
                evaluator = factory.apply(shape);
                kept = new SoftReference<>(evaluator);
            }
            return evaluator;
        }
    }
}
