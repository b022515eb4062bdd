/**
 * Tables and charts of the benchmarks.
 *
 * <p>{@link io.github.cycliclr.jmh.report.Report} writes the page of a directory of results; {@link
 * io.github.cycliclr.jmh.report.MeasurementTable} prints the tables of one file of JMH.
 */
package io.github.cycliclr.jmh.report;
