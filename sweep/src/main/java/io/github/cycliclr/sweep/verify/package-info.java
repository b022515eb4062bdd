/** Holds the files of a sweep against their own specification. */
package io.github.cycliclr.sweep.verify;
