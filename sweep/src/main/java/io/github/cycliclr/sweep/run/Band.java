package io.github.cycliclr.sweep.run;

import io.github.cycliclr.evaluate.Evaluator;
import io.github.cycliclr.schedule.Schedule;
import io.github.cycliclr.schedule.Shape;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Consecutive rows whose schedules are in memory together; rows of one shape share an evaluator. */
final class Band {
    private final int firstRow;
    private final List<Schedule> schedules;

    /** The row, from 0, whose evaluator a row uses: the first of its shape. */
    private final int[] evaluatedBy;

    /** Up to 80 KB each, and soon made again: where memory is short, it is had from them. */
    private final AtomicReferenceArray<SoftReference<Evaluator>> evaluators;

    private final Function<Shape, Evaluator> maker;

    Band(Sweep sweep, int firstRow, Function<Shape, Evaluator> maker) {
        this.firstRow = firstRow;
        this.maker = maker;
        int end = (int) Math.min(sweep.configurations().count(), (long) firstRow + TileShape.bandRows(sweep));
        schedules = IntStream.range(firstRow, end)
                .mapToObj(sweep.configurations()::schedule)
                .toList();
        Map<Shape, Integer> firstOf = new HashMap<>();
        evaluatedBy = IntStream.range(0, schedules.size())
                .map(i -> firstOf.computeIfAbsent(schedules.get(i).shape(), shape -> i))
                .toArray();
        evaluators = new AtomicReferenceArray<>(schedules.size());
    }

    /** The row behind the last one. */
    int end() {
        return firstRow + schedules.size();
    }

    Schedule schedule(int row) {
        return schedules.get(row - firstRow);
    }

    Evaluator evaluator(int row) {
        int i = evaluatedBy[row - firstRow];
        SoftReference<Evaluator> kept = evaluators.get(i);
        Evaluator evaluator = kept == null ? null : kept.get();
        if (evaluator == null) {
            evaluator = maker.apply(schedules.get(i).shape());
            evaluators.set(i, new SoftReference<>(evaluator));
        }
        return evaluator;
    }
}
