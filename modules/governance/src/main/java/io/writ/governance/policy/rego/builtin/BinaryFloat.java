package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Binary floating point with a significand of 64 bits, in which OPA does arithmetic on numbers that are no integers.
 * Values are exact decimals here; only rounding is binary.
 */
final class BinaryFloat {

    private static final int PRECISION = 64;

    /** So many decimal digits always suffice to tell two neighbours apart. */
    private static final int DIGITS_MAX = 22;

    /** An exponent past this is either a mistake or an attack; OPA would work on it for seconds. */
    private static final int SCALE_MAX = 5_000;

    private BinaryFloat() {}

    /** The neighbour with 64 significant bits, ties to even. */
    static BigDecimal nearest(BigDecimal value) {
        if (value.scale() > SCALE_MAX || value.scale() < -SCALE_MAX) {
            throw new BuiltinException("a number of this magnitude cannot be computed with");
        }
        if (value.scale() <= 0) {
            return new BigDecimal(nearest(value.toBigIntegerExact()));
        }
        return ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /** As a number of Rego: an integer if it is one, otherwise with the fewest digits that mean the same. */
    static RegoNumber rounded(BigDecimal value) {
        return shortest(nearest(value));
    }

    static RegoNumber quotient(BigDecimal dividend, BigDecimal divisor) {
        int scale = Math.max(0, Math.max(dividend.scale(), divisor.scale()));
        return shortest(ratio(
                dividend.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue(),
                divisor.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue()));
    }

    /** Rounded to 53 bits after each factor. */
    static RegoNumber product(List<RegoNumber> factors) {
        double product = 1;
        for (RegoNumber factor : factors) {
            product =
                    new BigDecimal(product).multiply(nearest(factor.decimal())).doubleValue();
            if (Double.isInfinite(product)) {
                throw new BuiltinException("a number of this magnitude cannot be computed with");
            }
        }
        return plain(BigDecimal.valueOf(product));
    }

    private static RegoNumber shortest(BigDecimal exact) {
        for (int digits = 1; digits < DIGITS_MAX; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest(candidate).compareTo(exact) == 0) {
                return plain(candidate);
            }
        }
        return plain(exact);
    }

    private static RegoNumber plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return RegoNumber.of(stripped.scale() <= 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped);
    }

    private static BigInteger nearest(BigInteger value) {
        int excess = value.abs().bitLength() - PRECISION;
        return excess <= 0 ? value : half(value.abs(), excess).shiftLeft(excess).multiply(sign(value));
    }

    private static BigInteger sign(BigInteger value) {
        return BigInteger.valueOf(value.signum());
    }

    /** Drops so many low bits, ties to even. */
    private static BigInteger half(BigInteger magnitude, int bits) {
        BigInteger kept = magnitude.shiftRight(bits);
        BigInteger dropped = magnitude.subtract(kept.shiftLeft(bits));
        int order = dropped.compareTo(BigInteger.ONE.shiftLeft(bits - 1));
        return order > 0 || (order == 0 && kept.testBit(0)) ? kept.add(BigInteger.ONE) : kept;
    }

    /** Two integers' quotient, rounded once: enough bits, and a last one that says whether anything is left. */
    private static BigDecimal ratio(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int shift =
                PRECISION + 2 - numerator.abs().bitLength() + denominator.abs().bitLength();
        BigInteger scaled = shift > 0 ? numerator.abs().shiftLeft(shift) : numerator.abs();
        BigInteger divisor = shift > 0 ? denominator.abs() : denominator.abs().shiftLeft(-shift);
        BigInteger[] parts = scaled.divideAndRemainder(divisor);
        BigInteger sticky = parts[0].shiftLeft(1).add(BigInteger.valueOf(parts[1].signum()));
        BigInteger significand =
                nearest(sticky).multiply(BigInteger.valueOf((long) numerator.signum() * denominator.signum()));
        return power(new BigDecimal(significand), -shift - 1);
    }

    /** The value times two to a power, exactly. */
    private static BigDecimal power(BigDecimal value, int exponent) {
        return exponent >= 0
                ? value.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(exponent)))
                : value.multiply(new BigDecimal(BigInteger.valueOf(5).pow(-exponent), -exponent));
    }
}
