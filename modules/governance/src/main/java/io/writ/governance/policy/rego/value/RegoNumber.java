package io.writ.governance.policy.rego.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number: a {@code long} whenever it is written as one and fits, an exact decimal otherwise. A decimal keeps the
 * scale it was written with, because {@code json.marshal(1.0)} shows it; order, equality and hash ignore it.
 */
public final class RegoNumber extends RegoValue {

    public static final RegoNumber ZERO = new RegoNumber(0, null);

    /** Digits past which a decimal is not turned into an integer: 1e999999999 would be a gigabyte of zeros. */
    private static final int EXPANDED_DIGITS_MAX = 10_000;

    /** OPA refuses numbers past about two to the power of 100,000. */
    private static final int MAGNITUDE_MAX = 30_103;

    private final long value;
    private final @Nullable BigDecimal decimal;

    private RegoNumber(long value, @Nullable BigDecimal decimal) {
        this.value = value;
        this.decimal = decimal;
    }

    public static RegoNumber of(long value) {
        return value == 0 ? ZERO : new RegoNumber(value, null);
    }

    public static RegoNumber of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? of(value.longValue()) : new RegoNumber(0, new BigDecimal(value));
    }

    /**
     * The number of this value and scale.
     *
     * @throws ArithmeticException when it is larger or smaller than Rego allows
     */
    public static RegoNumber of(BigDecimal value) {
        if (Math.abs((long) value.precision() - value.scale()) > MAGNITUDE_MAX) {
            throw new ArithmeticException("a number of this magnitude is not supported");
        }
        return value.scale() == 0 ? of(value.unscaledValue()) : new RegoNumber(0, value);
    }

    /** The number of a JSON number's text. */
    public static RegoNumber parse(String text) {
        return of(new BigDecimal(text));
    }

    /** True when it is held as a {@code long}. */
    public boolean isLong() {
        return decimal == null;
    }

    /** The value as a {@code long}; only meaningful when {@link #isLong()}. */
    public long longValue() {
        return value;
    }

    /** True when it is written with a fraction or an exponent, whatever its value. */
    public boolean isWrittenAsFloat() {
        return decimal != null && decimal.scale() != 0;
    }

    public BigDecimal decimal() {
        return decimal == null ? BigDecimal.valueOf(value) : decimal;
    }

    /** The integer this number equals, if it is one of a bearable size. */
    public Optional<BigInteger> integer() {
        if (decimal == null) {
            return Optional.of(BigInteger.valueOf(value));
        }
        BigDecimal plain = decimal.stripTrailingZeros();
        return plain.scale() > 0 || plain.scale() < -EXPANDED_DIGITS_MAX
                ? Optional.empty()
                : Optional.of(plain.toBigIntegerExact());
    }

    /** The {@code int} this number equals, if it is one. */
    public Optional<Integer> intValue() {
        return integer().filter(exact -> exact.bitLength() < Integer.SIZE).map(BigInteger::intValue);
    }

    @Override
    public String typeName() {
        return "number";
    }

    @Override
    public int rank() {
        return 2;
    }

    @Override
    public int compareTo(RegoValue other) {
        if (!(other instanceof RegoNumber that)) {
            return Integer.compare(rank(), other.rank());
        }
        return decimal == null && that.decimal == null
                ? Long.compare(value, that.value)
                : decimal().compareTo(that.decimal());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegoNumber that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        if (decimal == null) {
            return Long.hashCode(value);
        }
        BigDecimal plain = decimal.stripTrailingZeros();
        boolean fitsLong = plain.scale() <= 0
                && plain.precision() - plain.scale() <= 19
                && plain.toBigIntegerExact().bitLength() < Long.SIZE;
        return fitsLong ? Long.hashCode(plain.longValue()) : plain.hashCode();
    }

    /** JSON text. */
    @Override
    public String toString() {
        if (decimal == null) {
            return Long.toString(value);
        }
        return decimal.toString().replace("E+", "e").replace('E', 'e');
    }
}
