package io.github.cycliclr.jmh;

import io.github.cycliclr.jmh.OutputCheck.Precision;
import io.github.cycliclr.schedule.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;

/** Fills one array per curve for several curves over one shape, as in a sweep over the bounds. */
public class CurvesFill extends CheckedFill {
    /** Portable, vector or bulk. */
    @Param({"portable", "vector"})
    public String evaluator;

    /** Elements of each array. */
    @Param("1048576")
    public int size;

    /** Number of curves. */
    @Param({"1", "2", "8"})
    public int curves;

    @Override
    Filler filler() {
        Workload workload = workload();
        CoreEvaluator made = CoreEvaluator.warm(evaluator, workload.shape());
        List<Curve> all = IntStream.rangeClosed(1, curves)
                .mapToObj(divisor -> Curve.learningRate(0.01 / divisor, 0.1 / divisor))
                .toList();
        double[][] arrays = new double[curves][size];
        List<Output> outputs = Arrays.stream(arrays).map(Output::new).toList();
        return new LocalFiller(
                made.description(), outputs, () -> made.bulk().fill(all, first, arrays, 0, size), () -> IntStream.range(
                                0, curves)
                        .forEach(i -> new OutputCheck(workload.with(all.get(i)), Precision.CORRECTLY_ROUNDED)
                                .accept(outputs.get(i))));
    }
}
