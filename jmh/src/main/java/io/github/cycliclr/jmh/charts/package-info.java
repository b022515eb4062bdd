/**
 * Charts of the results: each is drawn from the files of its runs, and written beside them.
 *
 * <pre>{@code
 * java -cp jmh/target/benchmarks.jar io.github.cycliclr.jmh.charts.ResultsCharts results
 * }</pre>
 *
 * <p>XChart draws axes, lines and bars. It has no labels beside points, and gives logarithmic axes every digit: so
 * labels are drawn over its charts, and logarithms go into linear axes.
 */
package io.github.cycliclr.jmh.charts;
