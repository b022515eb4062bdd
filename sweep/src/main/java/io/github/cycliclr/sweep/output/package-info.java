/** The files: NumPy arrays, the table of configurations and the manifest, never half-written under their final names. */
package io.github.cycliclr.sweep.output;
