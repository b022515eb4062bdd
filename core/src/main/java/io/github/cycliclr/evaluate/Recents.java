package io.github.cycliclr.evaluate;

import io.github.cycliclr.schedule.Curve;

/**
 * The places of the recent blocks of a few curves: learning rate, momentum, those of another group. A curve's place, where it is
 * looked for first, is told by its peak; one that finds it taken has another. Threads share them without a lock, and what they
 * lose is a block that will be set up again.
 */
final class Recents {
    private static final int PLACES_LOG2 = 2;

    private Recents() {}

    static Recent[] none() {
        return new Recent[1 << PLACES_LOG2];
    }

    static int place(Curve curve) {
        long bits = Double.doubleToRawLongBits(curve.peak()) * 0x9E3779B97F4A7C15L;
        return (int) (bits >>> Long.SIZE - PLACES_LOG2);
    }

    /** Fills if one can, and says so. */
    static boolean fill(Recent[] recents, Curve curve, long first, double[] out, int offset, int length) {
        for (Recent recent : recents) {
            if (recent != null && recent.fill(curve, first, out, offset, length)) {
                return true;
            }
        }
        return false;
    }

    /** Fills if one can, and says so. */
    static boolean fill(Recent[] recents, Curve curve, long first, float[] out, int offset, int length) {
        for (Recent recent : recents) {
            if (recent != null && recent.fill(curve, first, out, offset, length)) {
                return true;
            }
        }
        return false;
    }

    /** Where the curve has one, at its place, at another one that is free, or at its place after all. */
    static void keep(Recent[] recents, Recent next) {
        int place = place(next.curve());
        int at = place;
        for (int i = 0; i < recents.length; i++) {
            int candidate = (place + i) % recents.length;
            Recent recent = recents[candidate];
            if (recent == null || recent.isOf(next.curve())) {
                at = candidate;
                break;
            }
        }
        recents[at] = next;
    }
}
