package io.github.cycliclr.evaluate;

import java.math.BigInteger;

/** The number significand · 2<sup>exponent</sup>, exactly. */
record Binary(BigInteger significand, long exponent) {
    static Binary of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long biased = bits >>> 52 & 0x7FF;
        long significand = bits & 0xF_FFFF_FFFF_FFFFL | (biased == 0 ? 0 : 1L << 52);
        return new Binary(BigInteger.valueOf(bits < 0 ? -significand : significand), Math.max(biased, 1) - 1075);
    }

    static Binary of(long n) {
        return new Binary(BigInteger.valueOf(n), 0);
    }

    boolean isZero() {
        return significand.signum() == 0;
    }

    /** The smallest e with |this| &lt; 2<sup>e</sup>. */
    long magnitude() {
        return significand.bitLength() + exponent;
    }

    Binary multiply(Binary other) {
        return new Binary(significand.multiply(other.significand), exponent + other.exponent);
    }

    Binary add(Binary other) {
        if (exponent > other.exponent) {
            return other.add(this);
        }
        BigInteger shifted = other.significand.shiftLeft(Math.toIntExact(other.exponent - exponent));
        return new Binary(significand.add(shifted), exponent);
    }

    Binary subtract(Binary other) {
        return add(new Binary(other.significand.negate(), other.exponent));
    }

    /** This positive number cut to at most {@code bits} bits: the largest below it, or a bound above it. */
    Binary cut(int bits, boolean above) {
        int surplus = significand.bitLength() - bits;
        if (surplus <= 0) {
            return this;
        }
        BigInteger kept = significand.shiftRight(surplus);
        return new Binary(above ? kept.add(BigInteger.ONE) : kept, exponent + surplus);
    }

    /** This number without trailing zero bits. */
    Binary odd() {
        int zeros = Math.max(0, significand.getLowestSetBit());
        return new Binary(significand.shiftRight(zeros), exponent + zeros);
    }

    /** A floating-point format: digits of the significand, exponent of the last place of the smallest number. */
    record Format(int precision, int minExponent, int maxExponent) {
        static final Format DOUBLE = new Format(53, -1074, Double.MAX_EXPONENT);
        static final Format FLOAT = new Format(24, -149, Float.MAX_EXPONENT);
    }

    /** This number divided by a positive integer, rounded once, to nearest, ties to even; a zero is positive. */
    double dividedBy(long divisor, Format format) {
        if (isZero()) {
            return 0;
        }
        BigInteger d = BigInteger.valueOf(divisor);
        int shift = Math.max(0, format.precision + 2 - significand.bitLength() + d.bitLength());
        BigInteger[] division = significand.abs().shiftLeft(shift).divideAndRemainder(d);
        BigInteger quotient = division[0];
        long last = exponent - shift;
        long surplus = Math.max(quotient.bitLength() - format.precision, format.minExponent - last);
        if (surplus > quotient.bitLength()) {
            return 0;
        }
        int drop = (int) surplus;
        BigInteger kept = quotient.shiftRight(drop);
        boolean half = quotient.testBit(drop - 1);
        boolean beyondHalf = division[1].signum() != 0 || quotient.getLowestSetBit() < drop - 1;
        if (half && (beyondHalf || kept.testBit(0))) {
            kept = kept.add(BigInteger.ONE);
        }
        long scale = last + drop;
        double magnitude = kept.signum() == 0
                ? 0
                : kept.bitLength() + scale - 1 > format.maxExponent
                        ? Double.POSITIVE_INFINITY
                        : Math.scalb(kept.doubleValue(), (int) scale);
        return significand.signum() < 0 && magnitude != 0 ? -magnitude : magnitude;
    }
}
