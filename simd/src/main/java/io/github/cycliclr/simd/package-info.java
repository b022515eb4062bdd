/**
 * The kernels on the Vector API; nothing else in the project names {@code jdk.incubator.vector}.
 *
 * <h2>Why it is as fast as it is</h2>
 *
 * <p>A schedule is cut into pieces on which the value is a ramp, or a table of weights times a ramp. All integer work and
 * all powers happen once a piece, in scalar double-double; an element costs what is counted here, for a vector (8 doubles
 * of 512 bits), as read from the machine code of JDK 25:
 *
 * <table>
 *   <caption>Operations a vector, apart from a share of the loop's own</caption>
 *   <tr><th>kernel</th><th>fma, add, multiply</th><th>proof</th><th>loads</th><th>bytes stored</th></tr>
 *   <tr><td>DoubleRamp</td><td>2 fma, 1 add</td><td>1 fma, 1 add, 1 compare</td><td>none</td><td>64</td></tr>
 *   <tr><td>DoubleLevel</td><td>3 fma, 1 add</td><td>2 add, 1 compare</td><td>2</td><td>64</td></tr>
 *   <tr><td>DoubleWeighted</td><td>5 fma, 2 add</td><td>2 add, 1 compare</td><td>2</td><td>64</td></tr>
 *   <tr><td>FloatRamp</td><td>1 fma, 1 add, 1 conversion</td><td>add, and, min of integers</td><td>none</td><td>32</td></tr>
 *   <tr><td>FloatLevel</td><td>1 fma, 1 conversion</td><td>add, and, min</td><td>1</td><td>32</td></tr>
 *   <tr><td>FloatWeighted</td><td>2 fma, 1 add, 1 conversion</td><td>add, and, min</td><td>1</td><td>32</td></tr>
 * </table>
 *
 * <p>What keeps the numbers small:
 *
 * <ul>
 *   <li>Products are exact because their factors have few bits, not because a residue is computed: 26 bits of weight times
 *       26 of level (22 by 30 for ramps) make 52. The residue of a double-double product took 14 operations.
 *   <li>The proof of the rounding is a second rounding, of the same sum with the low part a little larger. Floats are proven
 *       by the last 29 bits of the double, for another conversion costs as much as three multiplications.
 *   <li>Ramps count from a register, so that no table has to be loaded beside the weights. Java does not let an array begin
 *       at a cache line: seven in eight loads and stores of 64 bytes cross one, and a processor that does two loads a cycle
 *       does one of these. A kernel with four loads instead of two, and fewer operations, was slower.
 *   <li>Several vectors a turn share the lane numbers, the test of the proof and the turn itself. Loops have no calls: what
 *       is not proven ends the loop, and scalar code goes on from there.
 * </ul>
 *
 * <h2>What binds</h2>
 *
 * <p>On a Zen 5 of 3.5 GHz, which starts two fma and two add of 512 bits a cycle, a vector takes 3.3 cycles in DoubleRamp,
 * 3.4 to 4.7 in DoubleLevel, 5.3 in DoubleWeighted, and 8 floats 2.2 to 3.6. (The same instructions in a loop by hand take 2.4
 * for DoubleRamp and 1.8 for FloatRamp.) In the caches arithmetic binds, then, and {@code Arrays.fill}, a store a cycle, is
 * three to eight times as fast. A piece has to be set up, which takes 60 to 80 ns, half of them the beginning and the end of
 * the kernel's own loops: a third of the time of a ramp of 2,000 floats. Beyond them a store of 64 bytes takes about eight cycles, so that arithmetic hides behind
 * memory but for the heaviest kernel; there the roof is {@code Arrays.fill}, and what is periodic passes it where the
 * machine copies by streaming stores, which do not read what they overwrite.
 *
 * <h2>What did not pay</h2>
 *
 * <ul>
 *   <li>Four vectors a turn with weights of floats: beyond some size the compiler stops inlining the API and makes
 *       objects of vectors, twenty times slower.
 *   <li>Tables of ramped weights (four loads), and tables longer than the L1 cache has room for beside the output. Arrays of
 *       floats that stay in the caches have tiles of up to 32 KiB; beyond, loads of these compete with stores.
 *   <li>Powers as a polynomial in j, which loads nothing: 0.19 ns a float in the caches, where the table takes 0.16.
 *   <li>One pass over several curves of a shape: what they could share, a product of ramp and weight whose high part has few
 *       bits, takes as many operations as it saves two curves. They share the scaling and the tables.
 *   <li>fma for the double-double products of the set-up: the same time, so that it does without, as old machines must.
 *   <li>Exclusive or of both roundings instead of comparing them (in the loop by hand).
 *   <li>Kernels small enough to be inlined into their callers, where they were compiled worse: the driver of each is part of
 *       its method, which makes it too large for that.
 *   <li>Vectors of 128 bits: slower than the scalar kernels, which the compiler vectorises itself.
 * </ul>
 */
package io.github.cycliclr.simd;
