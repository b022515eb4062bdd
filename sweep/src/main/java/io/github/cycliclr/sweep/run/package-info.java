/** The run: a sweep cut into tiles, evaluated on all cores and written as it is computed. */
package io.github.cycliclr.sweep.run;
