/**
 * Benchmarks of fills, compared with {@link java.util.Arrays#fill(double[], double)} as an upper bound, with the textbook
 * formula and with other libraries. Every benchmark checks its values before and after the measurement.
 */
package io.github.cycliclr.jmh;
