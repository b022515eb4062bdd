/** Compares the files of a sweep with their own specification. */
package io.github.cycliclr.sweep.verify;
