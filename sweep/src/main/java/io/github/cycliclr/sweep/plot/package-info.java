/** Charts, and the pictures of schedules and sweeps: {@link io.github.cycliclr.sweep.plot.Picture} lays out charts and writes them. */
package io.github.cycliclr.sweep.plot;
