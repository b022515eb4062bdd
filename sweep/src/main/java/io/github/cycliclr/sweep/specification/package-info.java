/** What a sweep is: the specification file, the distributions of its parameters, and the samplers that draw from them. */
package io.github.cycliclr.sweep.specification;
