package io.github.cycliclr.evaluate;

/** What rounding leaves of a product, without fma, which is a thousand times slower where the hardware has none. */
final class ExactProduct {
    private static final double SPLITTER = 0x1p27 + 1;

    private ExactProduct() {}

    /** a·b - product exactly, for product = RN(a·b) in the normal range and |a|, |b| below 2<sup>990</sup> (Dekker). */
    static double error(double a, double b, double product) {
        double ca = a * SPLITTER;
        double ah = ca - (ca - a);
        double al = a - ah;
        double cb = b * SPLITTER;
        double bh = cb - (cb - b);
        double bl = b - bh;
        return ((ah * bh - product) + ah * bl + al * bh) + al * bl;
    }

    /** The upper 26 bits of a number below 2<sup>990</sup>, rounded (Veltkamp); what remains has as many, with a sign. */
    static double high(double a) {
        double c = a * SPLITTER;
        return c - (c - a);
    }
}
