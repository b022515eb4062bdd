/** Summary and warnings for a schedule, computed from closed forms in place of its values. */
package io.github.cycliclr.sweep.forecast;
