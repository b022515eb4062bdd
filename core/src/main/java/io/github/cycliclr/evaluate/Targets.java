package io.github.cycliclr.evaluate;

/** The targets of the fill at hand: those that are live, which have more to be computed, come first. */
final class Targets {
    private Target[] all = new Target[0];
    private int opened;
    private int live;

    /** Forgets those there are, for up to so many others. */
    void begin(int targets) {
        opened = 0;
        live = 0;
        if (all.length < targets) {
            all = new Target[targets];
        }
    }

    /** One more, which is live. */
    void add(Target target) {
        all[opened++] = target;
        live = opened;
    }

    Target get(int i) {
        return all[i];
    }

    int live() {
        return live;
    }

    /** A live one that is live no longer; the last of those that are takes its place. */
    void retire(int i) {
        Target done = all[i];
        all[i] = all[--live];
        all[live] = done;
    }

    /** Lets go of all arrays. */
    void close() {
        for (int i = 0; i < opened; i++) {
            all[i].close();
        }
    }
}
