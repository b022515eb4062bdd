/** The kernels on the Vector API; nothing else in the project names {@code jdk.incubator.vector}. */
package io.github.cycliclr.simd;
