package io.github.cycliclr.evaluate;

/**
 * A double-double with an exponent of its own: (hi + lo)·2<sup>exponent</sup>, |hi| in [1, 2) or 0, |lo| at most half an
 * ulp of hi.
 *
 * <p>Mutable, so that the walk over a range makes no garbage. Products are Dekker's, without fma, which is a thousand
 * times slower than a product where the hardware has none. Error bounds are relative, with u = 2<sup>-53</sup>; they
 * follow Joldes, Muller and Popescu, "Tight and rigorous error bounds for basic building blocks of double-word
 * arithmetic", 2017.
 */
final class Scaled {
    /** Beyond this an exponent decides the result by its sign alone; kept from overflowing. */
    static final long FAR = 1L << 40;

    double hi;
    double lo;
    long exponent;

    Scaled set(Scaled other) {
        hi = other.hi;
        lo = other.lo;
        exponent = other.exponent;
        return this;
    }

    /** h + l, where |l| is at most half an ulp of h; exactly, but for an l that is 2^1000 times smaller. */
    Scaled set(double h, double l) {
        if (h == 0) {
            return set(0, 0, 0);
        }
        int e = Math.getExponent(h);
        if (e < Double.MIN_EXPONENT) {
            set(h * 0x1p200, l * 0x1p200);
            exponent -= 200;
            return this;
        }
        // In two steps: 2^-e itself may not be a normal number.
        double half = twoTo(-e / 2);
        double otherHalf = twoTo(-e + e / 2);
        double low = l * half * otherHalf;
        // Never 0 unless l is: a low part of 0 says that the high part is exact.
        return set(h * half * otherHalf, low == 0 && l != 0 ? Math.copySign(Double.MIN_VALUE, l) : low, e);
    }

    Scaled set(double h, double l, long e) {
        hi = h;
        lo = l;
        exponent = e;
        return this;
    }

    /** Exactly the difference of two finite numbers of the same sign. */
    Scaled setDifference(double a, double b) {
        if (a < b) { // the larger first, lest an intermediate result overflow
            setDifference(b, a);
            return set(-hi, -lo, exponent);
        }
        double d = a - b;
        double bb = d - a;
        return set(d, (a - (d - bb)) - (b + bb));
    }

    /** This times (h + l)·2<sup>e</sup>, normalised alike; error at most 5u² of the product. */
    Scaled multiply(double h, double l, long e) {
        return setProduct(this, h, l, e);
    }

    /** The product of two others, as {@link #multiply} has it. */
    Scaled setProduct(Scaled a, Scaled b) {
        return setProduct(a, b.hi, b.lo, b.exponent);
    }

    private Scaled setProduct(Scaled a, double h, double l, long e) {
        double product = a.hi * h;
        double rest = ExactProduct.error(a.hi, h, product) + (a.hi * l + a.lo * h);
        double sum = product + rest;
        rest -= sum - product;
        // 1 where the sum is 2 or more, which is as often as not: a branch would be mispredicted.
        long carry = Double.doubleToRawLongBits(sum) >>> 62 & 1;
        double scale = twoTo(-carry);
        hi = sum * scale;
        lo = rest * scale;
        long sumExponent = a.exponent + e + carry;
        exponent = Math.max(-FAR, Math.min(FAR, sumExponent));
        return this;
    }

    Scaled multiply(Scaled other) {
        return multiply(other.hi, other.lo, other.exponent);
    }

    /** This times an integer below 2<sup>62</sup> in magnitude; error at most 5u². */
    Scaled multiply(long n) {
        if (n == 0) {
            return set(0, 0, 0);
        }
        double h = n;
        double l = n - (long) h;
        int e = Math.getExponent(h);
        double scale = twoTo(-e);
        return multiply(h * scale, l * scale, e);
    }

    /** This divided by a positive integer below 2<sup>62</sup>; error at most 15u². */
    Scaled divide(long n) {
        double nh = n;
        double nl = n - (long) nh;
        int e = Math.getExponent(nh);
        double scale = twoTo(-e);
        nh *= scale;
        nl *= scale;
        double q = hi / nh;
        double p = q * nh;
        double remainder = (((hi - p) - ExactProduct.error(q, nh, p)) + lo) - q * nl;
        double correction = remainder / nh;
        double sum = q + correction;
        long before = exponent - e;
        set(sum, correction - (sum - q));
        exponent += before;
        return this;
    }

    /** 2<sup>e</sup> for e in the range of normal numbers; Math.scalb takes several times as long. */
    static double twoTo(long e) {
        return Double.longBitsToDouble((e + 1023) << 52);
    }

    /** The exponent of the lowest bit that is set in a finite number; large for 0. */
    static long lastBit(double x) {
        if (x == 0) {
            return FAR;
        }
        long bits = Double.doubleToRawLongBits(x);
        long significand = bits & 0xF_FFFF_FFFF_FFFFL;
        int biased = (int) (bits >>> 52) & 0x7FF;
        int zeros = Long.numberOfTrailingZeros(biased == 0 ? significand : significand | 1L << 52);
        return Math.max(biased, 1) - 1075 + zeros;
    }
}
