/** Pictures of schedules: learning rate and momentum over the iterations. */
package io.github.cycliclr.sweep.plot;
