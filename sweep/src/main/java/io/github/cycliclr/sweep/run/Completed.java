package io.github.cycliclr.sweep.run;

import java.util.BitSet;

/** Which tiles are written; they are finished in almost the order of their numbers, by several threads. */
final class Completed {
    private final BitSet beyond = new BitSet(); // relative to the first that is not written
    private long first;

    Completed(long first) {
        this.first = first;
    }

    synchronized void add(long tile) {
        beyond.set((int) (tile - first));
        int next = beyond.nextClearBit(0);
        // Seldom more than one, and then as few as there are threads.
        BitSet rest = beyond.get(next, beyond.length());
        beyond.clear();
        beyond.or(rest);
        first += next;
    }

    /** How many tiles, from the first, are written without a gap. */
    synchronized long upTo() {
        return first;
    }
}
