/**
 * How fast a range of a schedule is filled, in comparison with {@link java.util.Arrays#fill(double[], double)}, the roof,
 * and with the textbook formula. Nothing is timed that has not been checked first.
 */
package io.github.cycliclr.jmh;
