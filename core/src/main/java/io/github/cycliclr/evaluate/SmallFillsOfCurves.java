package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;

/**
 * The {@link SmallFills} of a few curves, by one type: learning rate, momentum, those of other parameter groups. A curve is
 * the first, or has a place that is told by its peak; one that finds it taken has another. Threads share them without a lock,
 * and what they lose is made again.
 */
final class SmallFillsOfCurves {
    private static final int PLACES_LOG2 = 3;

    /** Curves that have a place at the same time. */
    static final int MOST = 1 << PLACES_LOG2;

    /** Where all places are taken, one of so many that find none gets its own: to make one takes as long as some fills do. */
    private static final int PATIENCE = 64;

    private final Tables tables;
    private final boolean isFloats;
    private final SmallFills[] places = new SmallFills[MOST];
    private int turnedAway;

    /**
     * The first curve, or that which took its place: most often the only one, and told faster than its place. Not that of the last
     * fill, nor looked up in what is its own alone: threads with a curve each would with every fill take from each other the
     * line of the cache that one of them writes.
     */
    private Curve firstCurve;

    /** Those of the first curve, if that is what they say: threads that make some at once may leave those of another here. */
    private SmallFills first;

    SmallFillsOfCurves(Tables tables, boolean isFloats) {
        this.tables = tables;
        this.isFloats = isFloats;
    }

    static int place(Curve curve) {
        long bits = Double.doubleToRawLongBits(curve.peak()) * 0x9E3779B97F4A7C15L;
        return (int) (bits >>> Long.SIZE - PLACES_LOG2);
    }

    /** Those of a curve, or null, as long as there is no place for it. */
    SmallFills of(Curve curve) {
        if (curve == firstCurve) {
            SmallFills known = first;
            if (known != null && known.curve == curve) {
                return known;
            }
        }
        return atPlace(curve);
    }

    private SmallFills atPlace(Curve curve) {
        int place = place(curve);
        SmallFills there = places[place];
        return there != null && there.curve == curve ? there : search(curve, place);
    }

    private SmallFills search(Curve curve, int place) {
        for (int i = 0; i < places.length; i++) {
            int at = (place + i) % places.length;
            SmallFills there = places[at];
            if (there == null) {
                return made(curve, at);
            }
            if (there.curve.rest() == curve.rest() && there.curve.peak() == curve.peak()) {
                return there;
            }
        }
        return ++turnedAway % PATIENCE == 0 ? made(curve, place) : null;
    }

    private SmallFills made(Curve curve, int place) {
        SmallFills made = new SmallFills(tables, curve, isFloats);
        if (first == null || first == places[place]) {
            first = made;
            firstCurve = curve;
        }
        places[place] = made;
        return made;
    }
}
