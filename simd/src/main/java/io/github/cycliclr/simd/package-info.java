/**
 * The kernels on the Vector API; nothing else in the project names {@code jdk.incubator.vector}.
 *
 * <h2>Why it is as fast as it is</h2>
 *
 * <p>A schedule is cut into pieces on which the value is a ramp, a polynomial, or a table of weights times a ramp. All
 * integer work and all powers happen once a piece, in scalar double-double; an element costs what is counted here, for a
 * vector of 512 bits (8 doubles or 16 floats; 8 floats in the last two), as read from the machine code of JDK 25. The roof
 * is that of a Zen 5, which starts two fma and two add or compare of 512 bits a cycle; what is taken was measured beside a
 * chain of multiplications, whose cycles are known, in arrays of 1,800 elements, all that belongs to a call included:
 *
 * <table>
 *   <caption>Operations a vector, apart from a share of the loop's own, and cycles</caption>
 *   <tr><th>kernel</th><th>fma, add</th><th>proof</th><th>loads</th><th>bytes stored</th><th>roof</th><th>taken</th></tr>
 *   <tr><td>DoubleRamp</td><td>2 fma, 1 add</td><td>1 fma, 1 add, 1 compare</td><td>none</td><td>64</td><td>1.5</td>
 *     <td>3.0</td></tr>
 *   <tr><td>DoublePolynomial</td><td>4 fma, 1 add</td><td>2 add, 1 compare</td><td>1</td><td>64</td><td>2</td>
 *     <td>4.4</td></tr>
 *   <tr><td>DoubleLevel</td><td>3 fma, 1 add</td><td>2 add, 1 compare</td><td>2</td><td>64</td><td>2</td>
 *     <td>3.4 to 4.3</td></tr>
 *   <tr><td>DoubleWeighted</td><td>5 fma, 2 add</td><td>2 add, 1 compare</td><td>2</td><td>64</td><td>2.5</td>
 *     <td>5.0</td></tr>
 *   <tr><td>FloatRamp</td><td>2 fma, 1 add</td><td>2 add, 1 compare</td><td>1</td><td>64</td><td>2</td><td>3.6</td></tr>
 *   <tr><td>FloatPolynomial</td><td>3 fma, 1 add</td><td>2 add, 1 compare</td><td>1</td><td>64</td><td>2</td>
 *     <td>4.3</td></tr>
 *   <tr><td>FloatLevel</td><td>1 fma, 1 conversion</td><td>add, and, min</td><td>1</td><td>32</td><td>1.5</td>
 *     <td>2.3</td></tr>
 *   <tr><td>FloatWeighted</td><td>2 fma, 1 add, 1 conversion</td><td>add, and, min</td><td>1</td><td>32</td><td>2</td>
 *     <td>3.7</td></tr>
 * </table>
 *
 * <p>Between the roof and what is taken lies, for FloatPolynomial: its loop alone takes 3.3, the numbers of turns and the
 * call the rest. The same loop in C, by intrinsics, takes 2.6, without the proof 2.4, and without the stores as much: a
 * processor does not fill its ports with so few independent chains. To C's the compiler of the JVM adds nine copies of
 * registers a turn of four vectors, for its fma overwrites the addend, and two checks of bounds. (Where a neighbour uses
 * the core's other thread, ours takes 5, C's 3.7.) On a Zen 2 the ports are nearer: fma and add side by side come to 2.3 a
 * cycle there, two fma or two add alone to 2, so that the 36 of a turn of DoublePolynomial take 16 cycles at least. C takes
 * 20, in whatever order, and ours 21 to 25.
 *
 * <p>What keeps the numbers small:
 *
 * <ul>
 *   <li>Sums and products are exact because their factors have few bits, not because a residue is computed: 26 bits of weight
 *       times 26 of level (22 by 30 for ramps) make 52. The residue of a double-double product took 14 operations.
 *   <li>The proof of the rounding is a second rounding, of the same sum with the low part a little larger.
 *   <li>Floats are computed as floats, twice as many a vector as doubles and without a conversion: a turn of four vectors
 *       has its own exact part, and is so short that what remains is small. Where that is not enough, which is with tables,
 *       they are computed as doubles, and proven by the last 29 bits, for another conversion costs as much as three
 *       multiplications.
 *   <li>Powers of a ratio near 1, which are what long arrays have (others have vanished), are a polynomial: it loads nothing
 *       and its pieces are long.
 *   <li>What a turn of floats or of a polynomial begins with is computed for eight turns at once, as vectors, and left in
 *       memory: in scalar code between the turns it took a third more time in all. In the middle of 32 doubles, a turn, a
 *       polynomial of degree six is a cubic, for half the operations; with 256 bits these are two turns, which took a tenth
 *       less in the caches than a cubic for each.
 *   <li>Several vectors a turn share the lane numbers, the test of the proof and the turn itself. What is not proven ends the
 *       loop, and scalar code goes on from there. The loop is a method by itself: with a call behind it the compiler, which
 *       would have to save its constants, makes each anew in every turn. With floats and weights that took an eighth more.
 * </ul>
 *
 * <h2>What binds</h2>
 *
 * <p>In the caches arithmetic binds; {@code Arrays.fill}, the roof, stores a vector a cycle or every second. By size (of
 * doubles, on a Zen 5, exp_range by iteration to triangular, {@code results/sizes.json}) a fill comes to 0.11 to 0.14 of it
 * for 64, of which a call is most; 0.14 to 0.23 for 4,096, in the L1 cache; 0.23 to 0.43 for 32,768, in the L2 cache; 0.39 to
 * 0.93 for 262,144, in the L3 cache, where the roof itself waits; and 0.95 to 1.1 for 16 million, in memory. A piece has to be
 * set up, which takes 60 to 80 ns, of them three quarters the beginning and the end of the kernel's own loops; for floats,
 * whose numbers are rounded to double at once, 15 ns less. (On a Zen 4, whose roofs are twice as high, an older version took
 * 5 cycles a vector in DoubleRamp, 8.4 in DoublePolynomial, 4.7 and 6.2 in FloatRamp and FloatPolynomial.)
 *
 * <p>Beyond the caches a store of 64 bytes takes about ten cycles, so that arithmetic hides behind memory but for the
 * heaviest kernels. What is periodic is written there in whichever of three ways has been the fastest of late (core times
 * them, in Contest): computed, copied from the L1 cache, or copied by streaming stores, where the JVM has them, which do not
 * read what they overwrite. With steps of 500 to 10,000 these came to 0.7 to 1, 0.9 to 1.1 and 0.75 to 0.95 of
 * {@code Arrays.fill} on a shared Zen 5, where streaming stores had come to 1.3 an hour before; on a Zen 4 to 1.2 to 1.3,
 * which is the roof of memset. A store that waits for memory holds a place in a queue of some 64, and a cache line that comes
 * one in a buffer of some 24; what else needs one waits as well. So a table that does not stay in the L1 cache costs far
 * more there than in the caches: with 32 KiB of L1, one of 32 took 0.63 ns a double where one of 16 took 0.35, and tiles
 * of 16 KiB 0.63 where those of 8 take 0.47. So blocks there use half as much of a table as in the caches, and cycles of
 * more than 750 doubles none; nor, in arrays of 8 MiB and more, those of more than 1,000, which took 0.43 ns in the L3
 * cache and take 0.25. What is copied from the L1 cache, whole periods again and again, is 8 KiB, to leave room for what
 * is written; in arrays up to 16 MiB each 8 KiB of a period that the L1 cache does not hold go to all their places
 * before the next, 0.10 ns a double for periods of 32 KB in 4 MiB where copies of whole periods took 0.15. While the
 * stores of one piece drain, the set-up of the next costs nothing, as long as it is no longer than they take and stores
 * little itself: of those, too, only some 30 to 40 fit into the queue behind them. (In C, between writes of 8 KiB, 60
 * multiplications in a chain, 24 ns, took no time, nor did 30 stores; 120 took 29 ns.) So a polynomial's numbers, six a turn,
 * are written 32 turns at a time: 64 at a time, 48 stores in a row, took a tenth longer in all, with long ramps a fifth. And
 * methods hand on little: between two ramps of floats a thread, single-stepped, made 102 stores beside the numbers' and
 * the array's, most of them what methods save for the next; with 72 it takes 2 to 4 % less.
 *
 * <h2>What did not pay</h2>
 *
 * <ul>
 *   <li>To read ahead what will be overwritten, so that its lines are there. In C a prefetch 2 or 4 KiB ahead filled 256 MiB
 *       1.15 to 1.2 times as fast as plain stores for a while, 0.93 to 1 times minutes later, and a load likewise; the
 *       processor's string stores came to 0.95 to 1.45 times, its string copies to 0.7 to 0.8. Java has none of them but
 *       the load, which holds up all that comes behind it until memory has answered.
 *   <li>Exclusive or instead of a comparison for the proof: beyond some size the compiler stops inlining the API and makes
 *       objects of vectors, twenty times slower.
 *   <li>To set up several pieces before the first is written, for a processor to do them at the same time: nothing in the caches,
 *       and beyond them memory stood still, for a quarter of the time with floats.
 *   <li>Tables of ramped weights (four loads), and tables longer than the L1 cache has room for beside the output. Arrays of
 *       floats that stay in the caches have tiles of up to 32 KiB; beyond, loads of these compete with stores.
 *   <li>A weight a turn, from a table or from the turn before, with the powers in the turn as small tables: 0.45 ns a double,
 *       0.26 a float, most of it for the numbers of a turn in scalar code. (A float's are computed as vectors, of eight turns.)
 *   <li>Coefficients of a polynomial as vectors in memory, rather than in registers.
 *   <li>The numbers of spans computed among the turns of those before them, in one loop, so that no time passes without stores:
 *       nothing beyond the caches, on a Zen 2, and a ninth more in them.
 *   <li>Fewer numbers of a turn in memory, three rather than five for a parabola, and stores that are aligned to lines of the
 *       cache: nothing, in the caches or beyond, on a Zen 5.
 *   <li>One pass over several curves of a shape: what they could share, a product of ramp and weight whose high part has few
 *       bits, takes as many operations as it saves two curves. They share the scaling and the tables.
 *   <li>Each vector of a turn from the one before it, by differences, rather than from the lane numbers: a ramp takes no less,
 *       and a polynomial of degree six 6 % less, where cubics take 12.
 *   <li>Lane numbers that are carried from turn to turn, rather than converted from the counter, which takes some 15 cycles before
 *       the first fma can start. On a Zen 2 (256 bits, 16 registers) DoubleRamp took a fifth less on JDK 25; but on JDK 17 every
 *       other JVM kept them on the stack from turn to turn, and took a fifth more, as JDK 25 did with constants of its own
 *       choice in registers.
 *   <li>fma for the double-double products of the set-up: the same time, so that it does without, as old machines must.
 *   <li>Kernels small enough to be inlined into their callers, where they were compiled worse.
 *   <li>Vectors of 128 bits: slower than the scalar kernels, which the compiler vectorises itself.
 * </ul>
 */
package io.github.cycliclr.simd;
