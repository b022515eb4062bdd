/**
 * What a cyclical learning-rate schedule is: its parameters, their rules, and the real function that they define.
 *
 * <p>A {@link io.github.cycliclr.schedule.Shape} rises from 0 to its peak and falls back to 0 in every cycle; a
 * {@link io.github.cycliclr.schedule.Curve} draws a hyperparameter (learning rate or momentum) over it. A
 * {@link io.github.cycliclr.schedule.Schedule} is one shape with the curves of its parameter groups. Nothing here
 * computes a value; that is {@code io.github.cycliclr.evaluate}.
 */
package io.github.cycliclr.schedule;
