/** The command line. */
package io.github.cycliclr.sweep.command;
