/** What the course of a schedule will be: found at once, and not in the last week of a training. */
package io.github.cycliclr.sweep.forecast;
