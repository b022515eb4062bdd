/** The loops over the elements of a block, the interface that faster ones implement, and the choice among them. */
package io.github.cycliclr.kernel;
